import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  Form,
  Layout,
  PageHeading,
  SummaryList,
  TicketPanel,
} from '#govuk/index.ts'
import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import { page } from '#platform/http/page.tsx'
import { AddressLines } from '../home/home.page.tsx'
import { identityOf } from '../record/identity.query.ts'
import { ChildIdentityBar } from '../record/identity-bar.tsx'
import { period } from '../words.ts'
import { type HeldLocation, holderOf, locationsOf, protectionFrom } from './locations.query.ts'
import { ProtectionActions } from './protection-actions.tsx'
import { type StillWritten, stillWritten } from './still-written.query.ts'

/** Where the child is, for the safeguarding lead who has just proved who they are. Each opening is remembered apart. */
export const protectedPage = page({
  path: '/children/:child/protected',
  permission: 'child.protect',
  async load(visit) {
    requireRecentFactor(visit)
    const { tx, params, today, site } = visit
    const child = await identityOf(tx, params.child, today)
    const holder = await holderOf(tx, child.id)
    if (!holder) throw new NotFound()
    const protection = protectionFrom(await locationsOf(tx, site.secret, child.id))
    const written = await stillWritten(tx, protection.now?.place.postcode ?? null)
    return { child, holder, written, ...protection }
  },
  discloses: ({ child }) => ({
    event: 'child.protected-location-viewed',
    subjectKind: 'child',
    subjectId: child.id,
    childId: child.id,
  }),
  view: ({ child, holder, written, now, proposed, earlier, ending }, { me }) => (
    <Layout title="Protected address" before={<BackLink href={`/children/${child.id}/home`} />}>
      <ChildIdentityBar child={child} />
      <div class="govuk-!-margin-top-6">
        <PageHeading>Protected address</PageHeading>
      </div>
      {ending && (
        <TicketPanel title="It is proposed that the protection ends" tone="orange">
          <p class="govuk-body">
            By {ending.by}: {ending.reason}
          </p>
        </TicketPanel>
      )}
      {now && <LocationCard location={now} title="Where the child is" />}
      {now && !now.confirmedBy && <Confirm childId={child.id} location={now} userId={me.userId} />}
      {proposed && <LocationCard location={proposed} title="New address, not confirmed yet" />}
      {proposed && <Confirm childId={child.id} location={proposed} userId={me.userId} drop />}
      <ProtectionActions childId={child.id} holder={holder} ending={ending} me={me} />
      <StillWrittenList written={written} />
      {earlier.length > 0 && <h2 class="govuk-heading-m">Earlier</h2>}
      {earlier.map(location => (
        <LocationCard
          location={location}
          title={
            location.kind === 'earlier'
              ? 'Ordinary address, sealed when the address was protected'
              : 'Earlier protected address'
          }
        />
      ))}
    </Layout>
  ),
})

const StillWrittenList = ({ written }: { written: readonly StillWritten[] }) => (
  <>
    <h2 class="govuk-heading-m">Where the postcode is still written</h2>
    {written.length === 0 ? (
      <p class="govuk-body">Nowhere that you can read.</p>
    ) : (
      <>
        <p class="govuk-body">
          Others read “(withheld)” in these places. Correct what is yours, and ask the others to
          correct theirs.
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {written.map(({ what, href }) => (
            <li>
              <a class="govuk-link" href={href}>
                {what}
              </a>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)

const LocationCard = ({ location, title }: { location: HeldLocation; title: string }) => (
  <SummaryList
    card={{ title }}
    rows={[
      location.place.place !== null && { key: 'Place', value: location.place.place },
      { key: 'Address', value: <AddressLines {...location.place} /> },
      location.place.telephone !== null && { key: 'Telephone', value: location.place.telephone },
      location.place.note !== null && { key: 'To know', value: location.place.note },
      { key: 'When', value: period(location.fromOn, location.toOn) },
      {
        key: 'Recorded by',
        value: `${location.recordedBy} on ${momentInWords(location.recordedAt)}`,
      },
      location.kind === 'protected' && {
        key: 'Confirmed by',
        value: location.confirmedBy ?? 'Nobody yet',
      },
      location.liftedOn !== null && {
        key: 'No longer guarded since',
        value: dayInWords(location.liftedOn),
      },
    ]}
  />
)

const Confirm = ({
  childId,
  location,
  userId,
  drop,
}: {
  childId: string
  location: HeldLocation
  userId: string
  drop?: boolean
}) => (
  <div class="govuk-button-group">
    {location.recordedById === userId ? (
      <p class="govuk-body">A second safeguarding lead must confirm this.</p>
    ) : (
      <Form
        action={`/children/${childId}/protected/${location.id}/confirm`}
        version={location.version}
        classes="onroll-inline-form"
      >
        <Button>Confirm this address</Button>
      </Form>
    )}
    {drop && (
      <Form
        action={`/children/${childId}/protected/${location.id}/drop`}
        version={location.version}
        classes="onroll-inline-form"
      >
        <Button variant="secondary">Drop this address</Button>
      </Form>
    )}
  </div>
)

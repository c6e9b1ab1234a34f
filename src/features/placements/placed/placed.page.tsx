import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { schoolWeeksFrom } from '#features/organisations/index.ts'
import { BackLink, Button, Layout, PageHeading, SummaryList } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { placementViewed } from '../about.ts'
import { changesOf } from '../changes/changes.query.ts'
import { commissionerWords } from '../placement.query.ts'
import { PlacementTag } from '../placement-table.tsx'
import { ReleasedView } from '../sharing/released-view.tsx'
import { SessionList } from '../week/session-list.tsx'
import { ChangesWithUs } from './changes-with-us.tsx'
import { placedById } from './placed.query.ts'
import { planHeld } from './plan-held.query.ts'
import { PlanHeldView } from './plan-held.tsx'

/** One child as the provider may know it: what was told, the week, and one thing to do. */
export const placedPage = page({
  path: '/placed/:placement',
  permission: 'placed.read',
  load: async ({ tx, params, me, today }) => ({
    ...(await placedById(tx, params.placement, me.organisationId)),
    plan: await planHeld(tx, params.placement),
    changes: await changesOf(tx, params.placement),
    weeks: await schoolWeeksFrom(tx, today, 1),
  }),
  discloses: placementViewed,
  view: ({ placement, told, sessions, tutors, plan, changes, weeks }, { today, me }) => {
    const name = told['name'] ?? placement.name
    return (
      <Layout title={name} before={<BackLink href="/placed">Children with us</BackLink>}>
        <PageHeading
          caption={
            <>
              {placement.name} <PlacementTag status={placement.status} />
            </>
          }
        >
          {name}
        </PageHeading>
        {placement.status === 'offered' && may(me, 'placed.answer') && (
          <Button href={`/placed/${placement.id}/answer`}>Answer the offer</Button>
        )}
        <h2 class="govuk-heading-m">What you were told</h2>
        <ReleasedView fields={told} />
        <SummaryList
          card={{ title: 'What you are asked for' }}
          rows={[
            { key: 'Asked by', value: commissionerWords(placement) },
            { key: 'What for', value: placement.purpose ?? 'Not said' },
            {
              key: 'From',
              value: dayInWords(placement.started_on ?? placement.planned_start_on),
            },
            {
              key: 'To',
              value: placement.ended_on
                ? dayInWords(placement.ended_on)
                : placement.planned_end_on
                  ? dayInWords(placement.planned_end_on)
                  : 'No last day is named',
            },
            placement.commissioner_contact !== null && {
              key: 'Your contact there',
              value: placement.commissioner_contact,
            },
            placement.school_contact !== null && {
              key: 'At the school',
              value: placement.school_contact,
            },
            placement.travel !== null && { key: 'Travel', value: placement.travel },
            placement.provider_reads_until !== null && {
              key: 'You can read this until',
              value: dayInWords(placement.provider_reads_until),
            },
          ]}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={`/placed/${placement.id}/plan`}>
            Individual plan and progress
          </a>
        </p>
        {placement.status !== 'offered' && (
          <Button variant="secondary" href={`/placed/${placement.id}/reports`}>
            Report an incident or progress
          </Button>
        )}
        <SessionList sessions={sessions} today={today} weeks={weeks} caption="The week" />
        {changes.length > 0 && may(me, 'placed.answer') && (
          <ChangesWithUs placementId={placement.id} changes={changes} me={me} />
        )}
        {plan && <PlanHeldView plan={plan} placementId={placement.id} me={me} />}
        {may(me, 'placed.answer') &&
          (placement.status === 'accepted' || placement.status === 'live') && (
            <>
              <h2 class="govuk-heading-m">Who teaches this child</h2>
              <ul class="govuk-list govuk-list--bullet">
                {tutors
                  .filter(({ to_on }) => to_on === null || to_on >= today)
                  .map(({ name: tutor, from_on }) => (
                    <li>
                      {tutor ?? 'Somebody'}, from {dayInWords(from_on)}
                    </li>
                  ))}
              </ul>
              <Button variant="secondary" href={`/placed/${placement.id}/tutors`}>
                Name the tutors
              </Button>{' '}
              <Button variant="secondary" href={`/placements/${placement.id}/changes/new`}>
                Ask for a change
              </Button>
            </>
          )}
      </Layout>
    )
  },
})

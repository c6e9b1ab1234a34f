import { isIsoDate } from '#domain/dates.ts'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import { identityOf } from '#features/children/index.ts'
import { Button, Form, Table, Tag, TwoThirds } from '#govuk/index.ts'
import { dayAnswers } from '#platform/forms.ts'
import { formPage, page } from '#platform/http/page.tsx'
import { placementViewed } from '../about.ts'
import { placementById } from '../placement.query.ts'
import { PlacementFrame } from '../placement-frame.tsx'
import { PlacementLayout } from '../placement-layout.tsx'
import { doIRun, runAnyPlacement } from '../run-placement.query.ts'
import { type Party, partiesOf } from './agreements.query.ts'
import { recordAgreement } from './record-agreement.ts'
import { SaidFields, whatTheySaid } from './what-they-said.tsx'

/** Who agreed: school, provider, child, and each person with parental responsibility. */
export const agreementsPage = page({
  path: '/placements/:placement/agreements',
  permission: 'placement.read',
  async load({ tx, params, today }) {
    const placement = await placementById(tx, params.placement)
    return {
      placement,
      child: await identityOf(tx, placement.child_id, today),
      run: await doIRun(tx, placement.id),
      parties: await partiesOf(tx, placement),
    }
  },
  discloses: placementViewed,
  view: ({ placement, child, run, parties }, { me }) => (
    <PlacementFrame placement={placement} child={child} me={me} run={run} title="Agreements">
      <Table
        caption="Who agrees to the placement"
        captionHidden
        head={['Who', 'Answer', 'On', 'How we know', ...(run ? ['Record'] : [])]}
        rows={[
          [
            placement.providerName,
            placement.status === 'declined' ? (
              <Tag tone="orange">Said no</Tag>
            ) : placement.answered_at ? (
              <Tag tone="green">Agreed</Tag>
            ) : (
              'Not asked or not answered yet'
            ),
            placement.answered_at ? momentInWords(placement.answered_at) : '',
            placement.provider_id
              ? 'It answers the offer in Onroll'
              : 'A host has no account in Onroll',
            ...(run ? [''] : []),
          ],
          ...parties.map(party => [
            party.name,
            <Answer agreed={party.agreed} />,
            party.onDay && isIsoDate(party.onDay) ? dayInWords(party.onDay) : '',
            party.how ?? '',
            ...(run
              ? [
                  <a
                    class="govuk-link"
                    href={`/placements/${placement.id}/agreements/${encodeURIComponent(party.key)}`}
                  >
                    {party.agreed === null ? 'Record' : 'Change'}
                    <span class="govuk-visually-hidden"> the answer of {party.name}</span>
                  </a>,
                ]
              : []),
          ]),
        ]}
      />
      {!parties.some(({ party }) => party === 'person with parental responsibility') && (
        <p class="govuk-body">
          Nobody with parental responsibility is among the child’s contacts. Add them there first.
        </p>
      )}
    </PlacementFrame>
  ),
})

const Answer = ({ agreed }: Pick<Party, 'agreed'>) =>
  agreed === null ? (
    <>Not recorded</>
  ) : agreed ? (
    <Tag tone="green">Agreed</Tag>
  ) : (
    <Tag tone="orange">Said no</Tag>
  )

export const recordAgreementPage = formPage({
  path: '/placements/:placement/agreements/:party',
  permission: 'placement.run',
  async load({ tx, params, today }) {
    const placement = await runAnyPlacement(tx, params.placement, [
      'proposed',
      'offered',
      'declined',
      'accepted',
      'live',
    ])
    const party = (await partiesOf(tx, placement)).find(({ key }) => key === params.party)
    if (!party) throw new NotFound()
    return { placement, party, today }
  },
  discloses: placementViewed,
  schema: ({ today }) => whatTheySaid(today),
  initial: ({ party, today }) => ({
    answer: party.agreed === null ? undefined : party.agreed ? 'yes' : 'no',
    how: party.how ?? '',
    ...dayAnswers('onDay', party.onDay && isIsoDate(party.onDay) ? party.onDay : today),
  }),
  version: ({ party }) => party.version,
  view: ({ placement, party }, form) => (
    <PlacementLayout
      placement={placement}
      title={`What ${party.party === 'person with parental responsibility' ? party.name : party.name.toLowerCase()} said`}
      back={`/placements/${placement.id}/agreements`}
      backText="Agreements"
      form={form}
    >
      <TwoThirds>
        <Form version={party.version}>
          <SaidFields question="Do they agree to the placement?" form={form} />
          <Button>Save the answer</Button>
        </Form>
      </TwoThirds>
    </PlacementLayout>
  ),
  async submit(visit, { placement, party }, { answer, onDay, how }) {
    await recordAgreement(visit, placement, party, { agreed: answer === 'yes', onDay, how })
    visit.flash('The answer is saved')
    return `/placements/${placement.id}/agreements`
  },
})

import { may } from '#domain/permissions.ts'
import { Button } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import { type Corrections, correctionsOf } from '../correct.ts'
import { childPage } from '../record/child-page.tsx'
import { nowAndBefore, RecordCard } from '../record/history.tsx'
import { authorityName, needName, period, pounds, specialNeedsWords } from '../words.ts'
import { type SpecialNeeds, specialNeedsOf, type TopUp, topUpsOf } from './special-needs.query.ts'

export const specialNeedsPage = childPage({
  path: '/children/:child/special-needs',
  section: 'special-needs',
  title: 'Special educational needs',
  load: async ({ tx }, { child }) => ({
    needs: await specialNeedsOf(tx, child.id),
    topUps: await topUpsOf(tx, child.id),
    corrections: await correctionsOf(tx, child.id, 'special_needs'),
    topUpCorrections: await correctionsOf(tx, child.id, 'top_up'),
  }),
  view({ needs, topUps, corrections, topUpCorrections }, { child }, { me, today }) {
    const { now, others } = nowAndBefore(needs, today)
    const card = (each: SpecialNeeds) => (
      <NeedsCard needs={each} {...{ corrections, me }} childId={child.id} />
    )
    return (
      <>
        <h2 class="govuk-heading-m">Now</h2>
        {now.length === 0 && (
          <p class="govuk-body">Not recorded. “None” is recorded too, so that it is known.</p>
        )}
        {now.map(card)}
        {may(me, 'child.special-needs') && (
          <Button variant="secondary" href={`/children/${child.id}/special-needs/new`}>
            {needs.length === 0 ? 'Record the status' : 'The status has changed'}
          </Button>
        )}
        {others.length > 0 && <h2 class="govuk-heading-m">Earlier and later</h2>}
        {others.map(card)}
        <h2 class="govuk-heading-m">Top-up funding</h2>
        {topUps.length === 0 && <p class="govuk-body">No top-up is on record.</p>}
        {topUps.map(topUp => (
          <TopUpCard topUp={topUp} corrections={topUpCorrections} childId={child.id} me={me} />
        ))}
        {may(me, 'child.top-up') && (
          <Button variant="secondary" href={`/children/${child.id}/top-ups/add`}>
            Add a top-up
          </Button>
        )}
      </>
    )
  },
})

const NeedsCard = ({
  needs,
  corrections,
  childId,
  me,
}: {
  needs: SpecialNeeds
  corrections: Corrections
  childId: string
  me: Me
}) => (
  <RecordCard
    title={specialNeedsWords[needs.status] ?? needs.status}
    rows={[
      { key: 'When', value: period(needs.fromOn, needs.toOn) },
      needs.status === 'ehcp' && {
        key: 'Maintained by',
        value:
          authorityName(needs.maintainingAuthority) ?? 'Not known: the authority must be asked for',
      },
      needs.primaryNeed !== null && { key: 'Primary need', value: needName(needs.primaryNeed) },
      needs.secondaryNeed !== null && {
        key: 'Secondary need',
        value: needName(needs.secondaryNeed),
      },
    ]}
    recorded={needs}
    corrections={corrections.get(needs.id)}
    actions={
      may(me, 'child.special-needs')
        ? [{ href: `/children/${childId}/special-needs/${needs.id}/correct`, text: 'Correct' }]
        : []
    }
  />
)

const TopUpCard = ({
  topUp,
  corrections,
  childId,
  me,
}: {
  topUp: TopUp
  corrections: Corrections
  childId: string
  me: Me
}) => (
  <RecordCard
    title={`Top-up for ${topUp.schoolYear}`}
    rows={[
      { key: 'Amount', value: pounds(Number(topUp.amountPence)) },
      { key: 'When', value: period(topUp.fromOn, topUp.toOn) },
      topUp.grantedBy !== null && { key: 'Granted by', value: topUp.grantedBy },
    ]}
    recorded={topUp}
    corrections={corrections.get(topUp.id)}
    actions={
      may(me, 'child.top-up')
        ? [{ href: `/children/${childId}/top-ups/${topUp.id}/correct`, text: 'Correct' }]
        : []
    }
  />
)

import { may } from '#domain/permissions.ts'
import { Button } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import { type Corrections, correctionsOf } from '../correct.ts'
import { childPage } from '../record/child-page.tsx'
import { nowAndBefore, RecordCard } from '../record/history.tsx'
import { authorityName, careWords, period } from '../words.ts'
import { type CareStatus, careOf } from './care.query.ts'

export const carePage = childPage({
  path: '/children/:child/care',
  section: 'care',
  title: 'Care',
  load: async ({ tx }, { child }) => ({
    statuses: await careOf(tx, child.id),
    corrections: await correctionsOf(tx, child.id, 'care_status'),
  }),
  view({ statuses, corrections }, { child }, { me, today }) {
    const { now, others } = nowAndBefore(statuses, today)
    const card = (care: CareStatus) => (
      <CareCard {...{ care, corrections, me }} childId={child.id} />
    )
    return (
      <>
        <h2 class="govuk-heading-m">Now</h2>
        {now.length === 0 && (
          <p class="govuk-body">
            Not recorded. “Never looked after” is recorded too, so that it is known.
          </p>
        )}
        {now.map(card)}
        {may(me, 'child.care') && (
          <Button variant="secondary" href={`/children/${child.id}/care/new`}>
            {statuses.length === 0 ? 'Record the status' : 'The status has changed'}
          </Button>
        )}
        {others.length > 0 && <h2 class="govuk-heading-m">Earlier and later</h2>}
        {others.map(card)}
      </>
    )
  },
})

const CareCard = ({
  care,
  corrections,
  childId,
  me,
}: {
  care: CareStatus
  corrections: Corrections
  childId: string
  me: Me
}) => {
  const known = care.status !== 'never-looked-after'
  return (
    <RecordCard
      title={careWords[care.status] ?? care.status}
      rows={[
        { key: 'When', value: period(care.fromOn, care.toOn) },
        known && {
          key: 'By which authority',
          value: authorityName(care.authority) ?? 'Not known: it must be asked for',
        },
        known && { key: 'Social worker', value: care.socialWorker ?? 'Not recorded' },
        known && {
          key: 'Virtual School contact',
          value: care.virtualSchoolContact ?? 'Not recorded',
        },
        known &&
          care.placedInAuthority !== null && {
            key: 'Lives in',
            value: authorityName(care.placedInAuthority),
          },
      ]}
      recorded={care}
      corrections={corrections.get(care.id)}
      actions={
        may(me, 'child.care')
          ? [{ href: `/children/${childId}/care/${care.id}/correct`, text: 'Correct' }]
          : []
      }
    />
  )
}

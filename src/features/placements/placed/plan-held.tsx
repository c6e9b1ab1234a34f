import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { Button, Form, SummaryList } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import type { PlanHeld } from './plan-held.query.ts'

export const PlanHeldView = ({
  plan,
  placementId,
  me,
}: {
  plan: PlanHeld
  placementId: string
  me: Me
}) => (
  <>
    <SummaryList
      card={{ title: 'Short-term plan: keep a copy with the child’s papers' }}
      rows={[
        {
          key: 'Status',
          value: plan.status === 'lapsed' ? 'Lapsed: it allows nothing more' : 'In force',
        },
        { key: 'What for', value: plan.purpose ?? 'Not said' },
        { key: 'From', value: plan.start_on ? dayInWords(plan.start_on) : 'Not said' },
        {
          key: 'Looked at again on',
          value: plan.review_on ? dayInWords(plan.review_on) : 'Not said',
        },
        { key: 'Ends on', value: plan.end_on ? dayInWords(plan.end_on) : 'Not said' },
        {
          key: 'Your copy',
          value: plan.copy_acknowledged_on
            ? `You confirmed on ${dayInWords(plan.copy_acknowledged_on)} that you hold it`
            : 'Not confirmed yet',
        },
      ]}
    />
    {plan.status === 'in force' && !plan.copy_acknowledged_on && may(me, 'placed.acknowledge') && (
      <Form action={`/placed/${placementId}/plan-held`} version={plan.version}>
        <Button>We hold a copy</Button>
      </Form>
    )}
  </>
)

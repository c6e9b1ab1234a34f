import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { Button, Form, TextArea } from '#govuk/index.ts'
import { dayAnswers, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { placementViewed } from '../about.ts'
import { SaidFields, whatTheySaid } from '../agreements/what-they-said.tsx'
import { PlacementLayout } from '../placement-layout.tsx'
import { endPlan, recordPlanAgreement } from './keep-plan.ts'
import { holdersAndPlan } from './plan.query.ts'
import { planToKeep as load } from './plan-to-keep.query.ts'

export const planAgreementPage = formPage({
  path: '/placements/:placement/short-term-plan/agreements/:contact',
  permission: 'placement.run',
  async load(visit: Visit<'/placements/:placement/short-term-plan/agreements/:contact'>) {
    const { placement, plan, today } = await load(visit)
    const holder = (await holdersAndPlan(visit.tx, placement.child_id, plan?.id)).find(
      ({ id }) => id === visit.params.contact,
    )
    if (!plan || !holder) throw new NotFound()
    return { placement, plan, holder, today }
  },
  discloses: placementViewed,
  schema: ({ today }) => whatTheySaid(today),
  initial: ({ holder, today }) => ({
    how: holder.said?.how ?? '',
    ...dayAnswers('onDay', holder.said?.on_day ?? today),
  }),
  version: ({ plan }) => plan.version,
  view: ({ placement, plan, holder }, form) => (
    <PlacementLayout
      placement={placement}
      title={`What ${holder.name} said to the plan`}
      back={`/placements/${placement.id}/short-term-plan`}
      backText="Short-term plan"
      form={form}
    >
      <Form version={plan.version}>
        <SaidFields question="Do they agree to the plan as it is written?" form={form} />
        <Button>Save the answer</Button>
      </Form>
    </PlacementLayout>
  ),
  async submit(visit, { placement, plan, holder }, { answer, onDay, how }) {
    await recordPlanAgreement(visit, placement, plan, holder.id, {
      agreed: answer === 'yes',
      onDay,
      how,
    })
    visit.flash('The answer is saved')
    return `/placements/${placement.id}/short-term-plan`
  },
})

export const endPlanPage = formPage({
  path: '/placements/:placement/short-term-plan/end',
  permission: 'placement.run',
  load: async (visit: Visit<'/placements/:placement/short-term-plan/end'>) => {
    const { placement, plan } = await load(visit)
    if (!plan) throw new NotFound()
    return { placement, plan }
  },
  discloses: placementViewed,
  schema: z.object({ because: text('Say why', { most: 1000 }) }),
  version: ({ plan }) => plan.version,
  view: ({ placement, plan }, form) => (
    <PlacementLayout
      placement={placement}
      title={plan.status === 'draft' ? 'Discard the draft' : 'End the short-term plan'}
      back={`/placements/${placement.id}/short-term-plan`}
      backText="Short-term plan"
      form={form}
    >
      <Form version={plan.version}>
        <TextArea name="because" label="Why?" rows={3} form={form} />
        <Button variant="warning">{plan.status === 'draft' ? 'Discard it' : 'End it'}</Button>
      </Form>
    </PlacementLayout>
  ),
  async submit(visit, { placement, plan }, { because }) {
    await endPlan(visit, placement, plan, because)
    visit.flash(plan.status === 'draft' ? 'The draft is discarded' : 'The plan has ended')
    return `/placements/${placement.id}/short-term-plan`
  },
})

import { NotFound } from '#domain/refusal.ts'
import { PlacementLayout } from '#features/placements/index.ts'
import { page } from '#platform/http/page.tsx'
import { openPlacement, viewed } from '../open-placement.ts'
import { inVersion, objectivesOf, plansOf } from './plan.query.ts'
import { ObjectiveTable, PlanWordsView } from './plan-view.tsx'

/** One version as it was agreed, or stands. */
export const planVersionPage = page({
  path: '/placements/:placement/plan/versions/:plan',
  permission: 'plan.read',
  async load(visit) {
    const opened = await openPlacement(visit)
    const plans = await plansOf(visit.tx, opened.placement.id)
    const plan = plans.find(({ id }) => id === visit.params.plan)
    if (!plan) throw new NotFound()
    const objectives = await objectivesOf(visit.tx, opened.placement.id)
    return { ...opened, plan, objectives: inVersion(objectives, plan.number) }
  },
  discloses: viewed('plan.viewed'),
  view: ({ placement, plan, objectives }) => (
    <PlacementLayout
      placement={placement}
      title={`Plan, version ${plan.number}`}
      back={`/placements/${placement.id}/plan`}
      backText="The plan"
    >
      <PlanWordsView plan={plan} title="What it says" />
      <ObjectiveTable objectives={objectives} />
    </PlacementLayout>
  ),
})

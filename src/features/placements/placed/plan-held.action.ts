import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { action } from '#platform/http/page.tsx'
import { recordPlacementEvent } from '../move-placement.ts'
import { acknowledgePlan } from '../substantial/keep-plan.ts'
import { tellCommissioner } from '../tell.ts'
import { placedById } from './placed.query.ts'
import { planHeld } from './plan-held.query.ts'

/** One button: the provider confirms that it holds a copy of the plan. */
export const planHeldAction = action({
  path: '/placed/:placement/plan-held',
  permission: 'placed.acknowledge',
  schema: z.object({}),
  async load({ tx, params, me }) {
    const { placement } = await placedById(tx, params.placement, me.organisationId)
    const plan = await planHeld(tx, placement.id)
    if (!plan) throw new NotFound()
    return { placement, plan }
  },
  version: ({ plan }) => plan.version,
  async submit(visit, { placement, plan }) {
    await acknowledgePlan(visit, plan)
    await recordPlacementEvent(visit, placement.id, 'plan acknowledged')
    visit.audit({
      event: 'substantial-plan.acknowledged',
      subjectKind: 'placement',
      subjectId: placement.id,
      childId: placement.child_id,
    })
    await tellCommissioner(visit, placement, 'plan acknowledged')
    visit.flash('Thank you. It is recorded that you hold a copy')
    return `/placed/${placement.id}`
  },
})

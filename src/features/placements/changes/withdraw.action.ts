import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { action } from '#platform/http/page.tsx'
import { placementById } from '../placement.query.ts'
import { changeById } from './changes.query.ts'
import { withdrawChange } from './decide-change.ts'

/** Who asked for a change takes the request back. */
export const withdrawChangeAction = action({
  path: '/placements/:placement/changes/:change/withdraw',
  permission: 'placement.ask-change',
  schema: z.object({}),
  async load({ tx, params, me }) {
    const placement = await placementById(tx, params.placement)
    const change = await changeById(tx, placement.id, params.change)
    if (change.asked_by_organisation_id !== me.organisationId) throw new NotFound()
    return { placement, change }
  },
  version: ({ change }) => change.version,
  async submit(visit, { placement, change }) {
    await withdrawChange(visit, placement.id, change)
    visit.flash('The request is taken back')
    return visit.me.role === 'provider-manager'
      ? `/placed/${placement.id}`
      : `/placements/${placement.id}/changes`
  },
})

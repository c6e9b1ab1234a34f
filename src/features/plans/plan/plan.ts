import { lifecycle, type StatusOf } from '#domain/lifecycle.ts'

/** A version of a child's plan, until the provider has agreed to it in writing (PLN-07). The database holds the same table. */
export const planLifecycle = lifecycle('individual plan', {
  draft: { send: 'with provider' },
  'with provider': { 'take back': 'draft', agree: 'agreed' },
  agreed: {},
})
export type PlanStatus = StatusOf<typeof planLifecycle>

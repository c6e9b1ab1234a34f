import { lifecycle } from '#domain/lifecycle.ts'

/** A short-term plan that lets one provider give the substantial part. The database holds the same table. */
export const substantialPlanLifecycle = lifecycle('substantial plan', {
  draft: { 'put in force': 'in force', discard: 'discarded' },
  'in force': { end: 'ended', lapse: 'lapsed' },
  ended: {},
  lapsed: {},
  discarded: {},
})

import { type ActionOf, lifecycle, type StatusOf } from '#domain/lifecycle.ts'

/** From a proposal to its end. The database holds the same table and refuses other moves. */
export const placementLifecycle = lifecycle('placement', {
  proposed: { offer: 'offered', withdraw: 'withdrawn', 'start with host': 'live' },
  offered: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  declined: { offer: 'offered', withdraw: 'withdrawn' },
  accepted: { start: 'live', withdraw: 'withdrawn' },
  live: { end: 'ended', 'end early': 'ended early' },
  ended: {},
  'ended early': {},
  withdrawn: {},
})
export type PlacementStatus = StatusOf<typeof placementLifecycle>
export type PlacementAction = ActionOf<typeof placementLifecycle>

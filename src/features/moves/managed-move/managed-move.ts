import { type ActionOf, lifecycle, type StatusOf } from '#domain/lifecycle.ts'

/** Consents make a move agreed; other words make it a proposal again. The database holds the same table. */
export const managedMoveLifecycle = lifecycle('managed move', {
  proposed: { agree: 'agreed', refuse: 'refused', withdraw: 'withdrawn' },
  agreed: { complete: 'completed', reword: 'proposed', withdraw: 'withdrawn' },
  completed: {},
  refused: {},
  withdrawn: {},
})
export type MoveStatus = StatusOf<typeof managedMoveLifecycle>
export type MoveAction = ActionOf<typeof managedMoveLifecycle>

import { lifecycle, type StatusOf } from '#domain/lifecycle.ts'

/** Taking a name off the roll. Once made it is not undone: the child is put on roll again. */
export const removalLifecycle = lifecycle('removal', {
  proposed: { make: 'made', withdraw: 'withdrawn' },
  made: {},
  withdrawn: {},
})
export type RemovalStatus = StatusOf<typeof removalLifecycle>

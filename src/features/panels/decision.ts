import { lifecycle, type StatusOf } from '#domain/lifecycle.ts'

/** A decision is never changed: another one takes its place. */
export const decisionLifecycle = lifecycle('decision', {
  recorded: { issue: 'issued', supersede: 'superseded' },
  issued: { supersede: 'superseded' },
  superseded: {},
})
export type DecisionStatus = StatusOf<typeof decisionLifecycle>

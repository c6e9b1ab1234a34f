import { type ActionOf, lifecycle, type StatusOf } from '#domain/lifecycle.ts'

/** Asked, answered to whoever asked, and made an article for everybody. */
export const questionLifecycle = lifecycle('question', {
  open: { answer: 'answered' },
  answered: { publish: 'published' },
  published: {},
})
export type QuestionStatus = StatusOf<typeof questionLifecycle>
export type QuestionAction = ActionOf<typeof questionLifecycle>

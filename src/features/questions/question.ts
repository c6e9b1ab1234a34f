import { type ActionOf, lifecycle, type StatusOf } from '#domain/lifecycle.ts'

/** Asked, answered to whoever asked, and made an article for everybody. */
export const questionLifecycle = lifecycle('question', {
  open: { answer: 'answered' },
  answered: { publish: 'published' },
  published: {},
})
export type QuestionStatus = StatusOf<typeof questionLifecycle>
export type QuestionAction = ActionOf<typeof questionLifecycle>

/** Is this one of the authority’s officers to whom the question goes? The same role in a partnership is another job. */
export const answersFor = (
  me: { readonly role: string | undefined; readonly organisationKind: string | undefined },
  routedRole: string,
): boolean =>
  me.role === routedRole && (me.organisationKind === 'authority' || me.organisationKind === 'team')

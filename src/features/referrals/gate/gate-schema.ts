import { z } from 'zod'
import { localAuthorities } from '#domain/codes/local-authority.ts'
import type { IsoDate } from '#domain/dates.ts'
import { optionalDay, optionalText } from '#platform/forms.ts'
import type { ReferralForm } from '../form/referral-form.query.ts'
import type { GateQuestion } from './questions.ts'

export interface GateModel {
  readonly form: ReferralForm
  readonly recorded: string | undefined
  readonly own: { readonly key: string; readonly name: string }
  readonly today: IsoDate
}

/** What may be answered: nothing that the record contradicts, and what more has to be known with it. */
export function schemaFor(question: GateQuestion, { recorded, form, today }: GateModel) {
  return z
    .object({
      answer: z.enum(Object.keys(question.options) as [string, ...string[]], question.missing),
      authority: optionalText({ most: 60 }),
      since: optionalDay('the date'),
      sinceOther: optionalDay('the date'),
    })
    .superRefine(({ answer, authority, ...days }, context) => {
      const since = days[sinceField(answer)]
      const wrong = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (recorded && recorded !== answer)
        return wrong(
          'answer',
          `The record says “${question.options[recorded]}”. If that is no longer so, change it on the child’s page and come back`,
        )
      if (question.key === 'roll' && answer === 'here' && recorded !== 'here')
        wrong(
          'answer',
          'The child is not on your roll in Onroll yet. Enter it on the child’s page and come back',
        )
      const about = asks(question, answer, form, recorded)
      if (about.authority && (!authority || !localAuthorities.has(authority)))
        wrong('authority', 'Choose the authority')
      if (about.since && !since) wrong(sinceField(answer), about.since)
      if (since && since > today) wrong(sinceField(answer), 'The date must be today or in the past')
    })
}

/** Two answers ask for a day, and each field of a page has a name of its own. */
export const sinceField = (answer: string) =>
  answer === 'other-authority' ? 'sinceOther' : 'since'

/** What more has to be known with an answer, when nothing is recorded. */
export function asks(
  question: GateQuestion,
  answer: string,
  { child }: ReferralForm,
  recorded: string | undefined,
): { authority?: true; since?: string } {
  if (recorded) return {}
  if (question.key === 'roll' && answer === 'excluded')
    return { since: 'Enter the day on which the head teacher decided' }
  if (question.key === 'special-needs' && answer === 'ehcp' && !child.specialNeeds)
    return { authority: true }
  if (question.key === 'care' && !child.care) {
    if (answer === 'own-authority') return { since: 'Enter since when' }
    if (answer === 'other-authority') return { authority: true, since: 'Enter since when' }
  }
  return {}
}

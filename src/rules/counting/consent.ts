import type { Id, Pupil } from '../facts.ts'
import type { Answer } from './child.ts'

type Answers = readonly { readonly person: Id; readonly agreed?: boolean }[]

/** Persons known to hold parental responsibility. */
export const holdersOf = (pupil: Pupil | undefined): readonly Id[] =>
  (pupil?.parents ?? []).filter(p => p.parentalResponsibility === true).map(({ id }) => id)

/** A person’s answer: a refusal outweighs an agreement, and silence is not known. */
export function answerOf(person: Id, answers: Answers): Answer {
  const own = answers.filter(answer => answer.person === person).map(({ agreed }) => agreed)
  if (own.includes(false)) return false
  return own.includes(true) ? true : undefined
}

/**
 * Whether the parents agree: every known holder of parental responsibility must. When none is known,
 * everyone whose answer is recorded must have agreed, and somebody must have answered.
 */
export function parentsAgree(pupil: Pupil | undefined, answers: Answers): Answer {
  const holders = holdersOf(pupil)
  const persons = holders.length ? holders : answers.map(({ person }) => person)
  const given = persons.map(person => answerOf(person, answers))
  if (given.includes(false)) return false
  return given.length > 0 && given.every(answer => answer === true) ? true : undefined
}

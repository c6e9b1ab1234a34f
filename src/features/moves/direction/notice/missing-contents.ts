import { londonDay } from '#domain/dates.ts'
import type { Direction } from '../direction.query.ts'
import type { Review } from '../reviews/reviews.query.ts'
import type { DirectionAnswers } from './write-direction.ts'

type Field = keyof DirectionAnswers

/**
 * What must still be written before the notice can be issued, in words at each field: what regulation 3(4) prescribes
 * (OSD-03), the first review (OSD-04), and for another purpose than behaviour a parent's consent (OSD-01).
 */
export function missingContents(answers: DirectionAnswers): Partial<Record<Field, string>> {
  const { purpose, sessions } = answers
  const asked: [Field, boolean, string][] = [
    ['address', !answers.address, 'Enter the address of the provision'],
    ['reportTo', !answers.reportTo, 'Enter the person to report to'],
    ['numberOfDays', answers.numberOfDays === null, 'Enter the number of days'],
    ['reasons', !answers.reasons, 'Enter the reasons for the direction'],
    ['objectives', !answers.objectives, 'Enter the objectives of the direction'],
    ['sessions', sessions === null, 'Choose whether there are one or two sessions a day'],
    ['starts', !answers.starts, 'Enter when the day starts'],
    ['finishes', !answers.finishes, 'Enter when the day finishes'],
    ['breakFrom', sessions === 2 && !answers.breakFrom, 'Enter when the break starts'],
    ['breakUntil', sessions === 2 && !answers.breakUntil, 'Enter when the break finishes'],
    [
      'firstReviewOn',
      purpose === 'improve-behaviour' && !answers.firstReviewOn,
      'Enter the day of the first review',
    ],
    [
      'consentOn',
      purpose !== 'improve-behaviour' && !answers.consentOn,
      'Enter the day on which a parent consented: the purpose is not to improve behaviour',
    ],
  ]
  return Object.fromEntries(
    asked.flatMap(([field, isMissing, words]) => (isMissing ? [[field, words]] : [])),
  )
}

/** A direction as the answers of its form. */
export const answersOf = (
  direction: Direction,
  first: Pick<Review, 'due_on'> | undefined,
): DirectionAnswers => ({
  purpose: direction.purpose,
  placementId: direction.placement_id,
  startOn: direction.start_on ?? londonDay(direction.made_at),
  endOn: direction.end_on,
  address: direction.address,
  reportTo: direction.report_to,
  numberOfDays: direction.number_of_days,
  reasons: direction.reasons,
  objectives: direction.objectives,
  sessions:
    direction.sessions_a_day === 1 || direction.sessions_a_day === 2
      ? direction.sessions_a_day
      : null,
  starts: direction.session_start?.slice(0, 5) ?? null,
  finishes: direction.session_finish?.slice(0, 5) ?? null,
  breakFrom: direction.break_start?.slice(0, 5) ?? null,
  breakUntil: direction.break_finish?.slice(0, 5) ?? null,
  firstReviewOn: first?.due_on ?? null,
  consentOn: direction.parent_consent_on,
})

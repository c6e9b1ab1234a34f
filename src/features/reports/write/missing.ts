import type { Report } from '../report.query.ts'
import { incidentFields, incidentQuestions, progressFields } from '../report.ts'

type Words = Pick<
  Report,
  | 'kind'
  | 'period_from'
  | 'period_to'
  | 'done'
  | 'learning'
  | 'happened_on'
  | 'happened_at'
  | 'place'
  | 'account'
  | 'done_at_once'
  | 'injuries'
  | 'held'
  | 'held_how'
  | 'police'
  | 'carers_told'
  | 'carers_note'
>

/** What a report still lacks before it can be sent, each with the field where it is said. The database asks the same. */
export function missingIn(report: Words): Readonly<Record<string, string>> {
  const wanted: readonly (readonly [field: string, missing: boolean, message: string])[] =
    report.kind === 'progress'
      ? [
          ['period_from', !report.period_from, 'Enter the first day that the report is about'],
          ['period_to', !report.period_to, 'Enter the last day that the report is about'],
          ['done', !report.done, `Answer: ${progressFields.done[0]}`],
          ['learning', !report.learning, `Answer: ${progressFields.learning[0]}`],
        ]
      : [
          ['happened_on', !report.happened_on, 'Enter the day on which it happened'],
          ['happened_at', !report.happened_at, 'Enter the time at which it happened'],
          ['place', !report.place, `Answer: ${incidentFields.place[0]}`],
          ['account', !report.account, `Answer: ${incidentFields.account[0]}`],
          ['done_at_once', !report.done_at_once, `Answer: ${incidentFields.done_at_once[0]}`],
          ['injuries', !report.injuries, `Answer: ${incidentFields.injuries[0]}`],
          ['held', report.held === null, `Choose yes or no: ${incidentQuestions.held}`],
          [
            'held_how',
            report.held === true && !report.held_how,
            'Say how, by whom, for how long and why',
          ],
          ['police', report.police === null, `Choose yes or no: ${incidentQuestions.police}`],
          [
            'carers_told',
            report.carers_told === null,
            `Choose yes or no: ${incidentQuestions.carers_told}`,
          ],
          [
            'carers_note',
            report.carers_told !== null && !report.carers_note,
            'Say who was told and when, or why nobody has been yet',
          ],
        ]
  return Object.fromEntries(
    wanted.filter(([, missing]) => missing).map(([field, , message]) => [field, message]),
  )
}

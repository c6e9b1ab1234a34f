import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import type { Placement } from './placement.query.ts'

/** What comes next for a placement, and whose it is: every page says so. */
export function nextStepOf(
  placement: Pick<
    Placement,
    | 'status'
    | 'provider_id'
    | 'providerName'
    | 'runnerName'
    | 'planned_start_on'
    | 'planned_end_on'
    | 'ended_on'
  >,
  today: IsoDate,
): { readonly what: string; readonly who: string } {
  const { status, providerName, runnerName, planned_start_on, planned_end_on } = placement
  if (status === 'proposed' && !placement.provider_id)
    return { what: 'Check the host, and record the start', who: runnerName }
  switch (status) {
    case 'proposed':
      return { what: 'Look at what it would do, and offer it', who: runnerName }
    case 'offered':
      return { what: 'Answer the offer', who: providerName }
    case 'declined':
      return {
        what: 'Change the week and offer it again, choose another provider, or withdraw it',
        who: runnerName,
      }
    case 'accepted':
      return planned_start_on > today
        ? { what: `It starts on ${dayInWords(planned_start_on)}`, who: runnerName }
        : { what: 'Record that it has started', who: runnerName }
    case 'live':
      if (planned_end_on && planned_end_on < today)
        return { what: 'Its planned end has passed: end it, or extend it', who: runnerName }
      return {
        what: planned_end_on
          ? `It runs until ${dayInWords(planned_end_on)}`
          : 'It runs, and no last day is named',
        who: runnerName,
      }
    case 'ended':
    case 'ended early':
      return {
        what: 'The end report and the child’s own view close its record',
        who: runnerName,
      }
    default:
      return { what: 'Nothing more: it is over', who: 'Nobody' }
  }
}

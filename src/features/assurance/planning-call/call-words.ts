import { shortDayInWords } from '#domain/london-time.ts'
import type { CallRow, Need } from './planning-call.query.ts'

const registrations = {
  registered: 'Says that it is registered',
  applied: 'Has applied',
  'not registered': 'Not registered',
} as const

export const registrationWords = ({ registration, urn }: CallRow): string =>
  registration ? registrations[registration] : urn ? 'Gives a DfE number' : 'Not recorded'

const needs: Readonly<Record<Need, string>> = {
  behaviour: 'Behaviour',
  health: 'Health',
  vulnerability: 'Vulnerability',
}

/** “Behaviour 3, Health 1”: the kind of need, and for how many. */
export const reasonWords = ({ reasons }: CallRow): string =>
  (Object.keys(needs) as Need[])
    .flatMap(need => (reasons[need] ? [`${needs[need]} ${reasons[need]}`] : []))
    .join(', ') || 'Not recorded'

export const startWords = ({ starts }: CallRow): string => starts.map(shortDayInWords).join(', ')

/** One figure where all are alike, else from the least to the most. */
export function hoursWords({ hours, pupils }: CallRow): string {
  const [least, most] = [hours[0], hours.at(-1)]
  if (least === undefined || most === undefined) return 'Not recorded'
  const said = least === most ? String(least) : `${least} to ${most}`
  return hours.length < pupils ? `${said} (not recorded for all)` : said
}

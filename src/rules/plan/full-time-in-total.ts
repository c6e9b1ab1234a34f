import { comparedOn } from '../compared-on.ts'
import { fullTimeOf, hasMedicalException } from '../counting/full-time.ts'
import { weekOf } from '../counting/pupil-week.ts'
import { toHours } from '../counting/timetable.ts'
import type { Pupil } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { fullTimeHours } from '../parameters/plan.ts'
import { on, type Rule } from '../rule.ts'
import { arrangingProvision } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'
import { spokenHours } from '../spoken.ts'
import type { World } from '../world.ts'

export const fullTimeInTotal: Rule = {
  id: 'PLN-01',
  area: 'PLN',
  title: 'Full time in total',
  statement:
    'Every pupil has full-time provision in total, in one setting or more, unless a medical condition makes that inappropriate.',
  binds: 'Commissioner and home school',
  test: 'Speaks for a pupil with a live placement. A breach when the known hours at school and all providers are fewer than the home school’s own week, or the authority’s fallback; equal is enough. A medical exception ends the breach, and needs a review date from today on. Information when the sum or the comparator is not known.',
  basis: ['council-expectation'],
  levels: ['breach', 'warning', 'info'],
  blocks: [],
  sources: [
    cite(pack, '46', 'must receive full-time provision in total'),
    cite(arrangingProvision),
  ],
  parameters: [fullTimeHours],
  checkedOn: comparedOn,
  checks: [
    on('pupil', (pupil, world, law) =>
      weekOf(pupil.id, world).live.length === 0 ? undefined : judge(pupil, world, law),
    ),
  ],
}

function judge(pupil: Pupil, world: World, law: Law): Draft | Draft[] | undefined {
  const { total, needed, isReached } = fullTimeOf(pupil, world, law)
  if (isReached) return undefined
  const values = {
    totalHoursPerWeek: total === undefined ? undefined : toHours(total),
    fullTimeHoursPerWeek: needed === undefined ? undefined : toHours(needed),
  }
  if (hasMedicalException(pupil, world)) return reviewOf(pupil, values, world)
  if (isReached === false && total !== undefined && needed !== undefined)
    return {
      level: 'breach',
      values,
      message: `${spokenHours(total)} a week in total, and full time is ${spokenHours(needed)}. Add hours, or record the medical exception.`,
    }
  const unknown = (fact: string, message: string): Draft => ({
    level: 'info',
    values: { ...values, unknown: fact },
    message,
  })
  return [
    ...(total === undefined
      ? [
          unknown(
            'timetable-hours',
            'Whether the week is full time cannot be told: find out the hours at school and at every provider.',
          ),
        ]
      : []),
    ...(needed === undefined
      ? [
          unknown(
            'full-time-hours',
            'Whether the week is full time cannot be told: find out the home school’s own weekly hours.',
          ),
        ]
      : []),
  ]
}

function reviewOf(
  { medicalException }: Pupil,
  values: Draft['values'],
  world: World,
): Draft | undefined {
  const reviewDate = medicalException?.reviewDate
  if (reviewDate !== undefined && reviewDate >= world.today) return undefined
  return {
    level: 'warning',
    values: { ...values, task: 'set-medical-review-date' },
    message: 'A medical exception is recorded without a review to come. Set its review date.',
  }
}

import { comparedOn } from '../compared-on.ts'
import { isLive } from '../counting/placement-days.ts'
import type { Placement } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { contactInterval } from '../parameters/plan.ts'
import { on, type Rule } from '../rule.ts'
import { cite, ourDesign, pack } from '../sources.ts'
import { spokenCount, spokenDay } from '../spoken.ts'
import type { World } from '../world.ts'
import { schoolDaysSince } from './days-since.ts'

export const ongoingContact: Rule = {
  id: 'PLN-09',
  area: 'PLN',
  title: 'Ongoing contact',
  statement: 'The commissioner or home school stays in contact with provider and pupil.',
  binds: 'Commissioner and home school',
  test: 'A warning on a live placement when more than 10 school days have passed since the last logged contact, or since the start. Days that the calendar cannot tell are said to be unknown, unless the known ones are enough.',
  basis: ['design'],
  levels: ['warning'],
  blocks: [],
  sources: [
    cite(pack, '59', 'maintain on-going contact with the provider and pupil'),
    cite(ourDesign),
  ],
  parameters: [contactInterval],
  checkedOn: comparedOn,
  checks: [on('placement', judge)],
}

function judge(placement: Placement, world: World, law: Law): Draft | undefined {
  if (!isLive(placement, world)) return undefined
  const { days, complete, since } = schoolDaysSince(placement, () => true, world)
  const limit = law.value(contactInterval, world.today)
  if (days > limit)
    return {
      level: 'warning',
      values: { schoolDays: days },
      message: `No contact logged since ${spokenDay(since)}, more than ${spokenCount(limit, 'school day')} ago. Call, meet or visit, and log it.`,
    }
  if (complete) return undefined
  return {
    level: 'warning',
    values: { unknown: 'calendar' },
    message:
      'Whether a contact is due cannot be told: the school calendar does not reach far enough.',
  }
}

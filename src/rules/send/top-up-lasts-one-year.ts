import { comparedOn } from '../compared-on.ts'
import { hasEhcp } from '../counting/child.ts'
import { dueBy } from '../counting/due.ts'
import { pounds } from '../counting/money.ts'
import { type Year, yearAfter, yearBefore } from '../counting/years.ts'
import type { Draft } from '../finding.ts'
import { topUpReminder } from '../parameters/tier-and-send.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq, ourDesign } from '../sources.ts'
import { spokenDay } from '../spoken.ts'
import { schoolYearAt, topUpIn } from './top-ups.ts'

export const topUpLastsOneYear: Rule = {
  id: 'SEN-01',
  area: 'SEN',
  title: 'A top-up without an EHCP lasts one school year',
  statement:
    'Top-up funding needs no EHCP. It is granted for one school year and does not go on by itself.',
  binds: 'Schools; co-ordinator',
  test: 'For a child without an EHCP: from 1 June a reminder while this year’s top-up has none for the next; in the year after it ended without renewal nothing may be transferred.',
  basis: ['local-agreement'],
  levels: ['info', 'high'],
  blocks: ['transfer-funding'],
  sources: [
    cite(faq, '180', 'does not automatically continue in subsequent years'),
    cite(ourDesign, 'reminder on 1 June'),
  ],
  parameters: [topUpReminder],
  checkedOn: comparedOn,
  checks: [
    on('pupil', (pupil, world, law): Draft | undefined => {
      if (hasEhcp(pupil)) return undefined
      const year = schoolYearAt(world.today, world)
      const now = topUpIn(year, pupil)
      if (now === undefined) return undefined
      if (now > 0) {
        if (world.today < reminderIn(year, law.value(topUpReminder, world.today))) return undefined
        if (topUpIn(yearAfter(year), pupil)) return undefined
        return {
          level: 'info',
          due: year.last,
          amounts: { entitlement: now },
          values: { task: 'renew-top-up' },
          message: `The top-up of ${pounds(now)} ends on ${spokenDay(year.last)}. Ask for it again if the child still needs it.`,
        }
      }
      const ended = yearBefore(year)
      if (!topUpIn(ended, pupil)) return undefined
      const { due, overdueDays } = dueBy(ended.last, world)
      return {
        level: 'high',
        blocks: ['transfer-funding'],
        due,
        overdueDays,
        amounts: { entitlement: 0 },
        values: { task: 'renew-top-up', endedOn: ended.last },
        message: `The top-up ended on ${spokenDay(ended.last)} and was not renewed. There is nothing to transfer.`,
      }
    }),
  ],
}

/** The day of that month and day within the school year. */
function reminderIn(year: Year, monthAndDay: string): string {
  const inFirst = `${year.first.slice(0, 4)}-${monthAndDay}`
  return inFirst >= year.first ? inFirst : `${year.last.slice(0, 4)}-${monthAndDay}`
}

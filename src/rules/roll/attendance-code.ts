import { comparedOn } from '../compared-on.ts'
import { isOver } from '../counting/placement-days.ts'
import type { Placement } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { registerCodes } from '../sources/register.ts'
import { cite, faq } from '../sources.ts'

export const attendanceCodeInProvision: Rule = {
  id: 'ROL-07',
  area: 'ROL',
  title: 'Attendance codes in alternative provision',
  statement:
    'K when the authority arranged the provision under section 19, 42 or 61; D when the pupil is also registered at the provider, which is a school; B for other supervised provision. Unsupervised time is none of these.',
  binds: 'The school of roll',
  test: 'Suggests the code for each placement that is not over; a warning when another is used. Where a partnership arranges the provision, B is our reading and may be wrong.',
  basis: ['law'],
  levels: ['info', 'warning'],
  blocks: [],
  sources: [
    cite(registerCodes, 'reg 10, Table 2'),
    cite(faq, '132', 'the school is maintaining its contacts with each individual student'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world): Draft | undefined => {
      const { attendanceCode: usedCode } = placement
      const suggestedCode = codeFor(placement)
      if (isOver(placement, world) || usedCode === suggestedCode) return undefined
      const advice =
        suggestedCode === 'none'
          ? 'Unsupervised time has no attendance code of its own'
          : `The code for this placement is ${suggestedCode}`
      return {
        level: usedCode === undefined ? 'info' : 'warning',
        values: { suggestedCode, usedCode },
        message: usedCode === undefined ? `${advice}.` : `${advice}; the school uses ${usedCode}.`,
      }
    }),
  ],
}

/** The code that the school of roll records for attendance at the placement. */
export function codeFor({
  arrangedUnder,
  dualRegistered,
  supervised,
}: Pick<Placement, 'arrangedUnder' | 'dualRegistered' | 'supervised'>) {
  if (arrangedUnder) return 'K'
  if (dualRegistered) return 'D'
  return supervised === false ? 'none' : 'B'
}

import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { registerCodes } from '../sources/register.ts'
import { cite, faq } from '../sources.ts'

export const workExperienceCode: Rule = {
  id: 'WEX-05',
  area: 'WEX',
  title: 'Register code',
  statement: 'The school records work experience with code W.',
  binds: 'The school of roll',
  test: 'Suggests W while no code is recorded; a warning when another is used.',
  basis: ['law'],
  levels: ['info', 'warning'],
  blocks: [],
  sources: [cite(registerCodes, 'reg 10, Table 2'), cite(faq, '170')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('work-experience', ({ attendanceCode: usedCode }): Draft | undefined =>
      usedCode === 'W'
        ? undefined
        : {
            level: usedCode === undefined ? 'info' : 'warning',
            values: { suggestedCode: 'W', usedCode },
            message: `The code for work experience is W${usedCode ? `; the school uses ${usedCode}` : ''}.`,
          },
    ),
  ],
}

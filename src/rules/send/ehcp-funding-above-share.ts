import { comparedOn } from '../compared-on.ts'
import { hasEhcp } from '../counting/child.ts'
import { pounds } from '../counting/money.ts'
import type { Draft } from '../finding.ts'
import { schoolShareLimit } from '../parameters/tier-and-send.ts'
import { on, type Rule } from '../rule.ts'
import { leicestershireTopUp } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'

export const ehcpFundingAboveShare: Rule = {
  id: 'SEN-02',
  area: 'SEN',
  title: 'EHCP funding only above the school’s share',
  statement:
    'SENA funds additional support only where it is likely to cost more than £6,000 a year. The school’s budget already holds the first £6,000.',
  binds: 'SENA; schools',
  test: 'Shows the sum that SENA funds, for an EHCP that this authority maintains and whose cost is known. A cost of exactly £6,000 is not funded.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: [],
  sources: [cite(faq, '182', 'likely to cost more than £6000 per year'), cite(leicestershireTopUp)],
  parameters: [schoolShareLimit],
  checkedOn: comparedOn,
  checks: [
    on('pupil', (pupil, world, law): Draft | undefined => {
      const { additionalCostPence: cost, ehcpAuthority } = pupil.send ?? {}
      if (!hasEhcp(pupil) || ehcpAuthority !== world.authority || cost === undefined)
        return undefined
      const senaFunding = Math.max(0, cost - law.value(schoolShareLimit, world.today))
      return {
        level: 'info',
        amounts: { senaFunding },
        message: senaFunding
          ? `SENA funds ${pounds(senaFunding)} a year; the school meets the rest.`
          : 'The school meets the whole cost: it is not more than its own share.',
      }
    }),
  ],
}

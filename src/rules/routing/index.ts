import type { Rule } from '../rule.ts'
import { aSchoolRefers } from './a-school-refers.ts'
import { childOnNoRoll } from './child-on-no-roll.ts'
import { clearAboutSendFirst } from './clear-about-send-first.ts'
import { ehcpBypassesThePanel } from './ehcp-bypasses-the-panel.ts'
import { exclusionKeepsTheExcludingSchool } from './exclusion-keeps-the-excluding-school.ts'
import { noDelayBecauseOfADispute } from './no-delay-because-of-a-dispute.ts'
import { rollDecidesThePartnership } from './roll-decides-the-partnership.ts'
import { talkDoNotRefuse } from './talk-do-not-refuse.ts'

export const routingRules: readonly Rule[] = [
  rollDecidesThePartnership,
  exclusionKeepsTheExcludingSchool,
  talkDoNotRefuse,
  noDelayBecauseOfADispute,
  clearAboutSendFirst,
  ehcpBypassesThePanel,
  aSchoolRefers,
  childOnNoRoll,
]

import type { Rule } from '../rule.ts'
import { absentButNotified } from './absent-but-notified.ts'
import { allSchoolsCouldContribute } from './all-schools-could-contribute.ts'
import { checkCriteria } from './check-criteria.ts'
import { fullIsNoExcuse } from './full-is-no-excuse.ts'
import { notOnRollEscalate } from './not-on-roll-escalate.ts'
import { onRollWithinAWeek } from './on-roll-within-a-week.ts'
import { outsideFairAccess } from './outside-fair-access.ts'
import { ownTheChildUntilOnRoll } from './own-the-child-until-on-roll.ts'
import { takeItToPanelQuickly } from './take-it-to-panel-quickly.ts'
import { tellAtOnce } from './tell-at-once.ts'

export const fairAccessRules: readonly Rule[] = [
  checkCriteria,
  ownTheChildUntilOnRoll,
  takeItToPanelQuickly,
  allSchoolsCouldContribute,
  absentButNotified,
  tellAtOnce,
  onRollWithinAWeek,
  notOnRollEscalate,
  outsideFairAccess,
  fullIsNoExcuse,
]

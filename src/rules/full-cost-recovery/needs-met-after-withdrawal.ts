import { comparedOn } from '../compared-on.ts'
import type { Standing } from '../counting/membership.ts'
import type { Id } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { programmeManagementTier } from '../parameters/tier-and-send.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import { schoolName } from '../spoken.ts'
import type { World } from '../world.ts'
import {
  carriesMoney,
  isReinstated,
  standingOfExclusion,
  standingOfProgramme,
} from './money-cases.ts'

export const needsMetAfterWithdrawal: Rule = {
  id: 'FCR-06',
  area: 'FCR',
  title: 'Needs are met after withdrawal or revocation',
  statement:
    'When a school has left the partnership, the partnership still meets the needs of its permanently excluded pupils. What is charged then follows the rules for non-members.',
  binds: 'Partnership',
  test: 'Permanent exclusion by a non-member: information, the case is accepted. Programme management for a non-member: a warning, because no rule gives a charge and a senior officer decides. A warning while memberships are not known.',
  basis: ['local-agreement'],
  levels: ['info', 'warning'],
  blocks: [],
  sources: [cite(faq, '82', 'still has the responsibility of meeting the needs')],
  parameters: [programmeManagementTier],
  checkedOn: comparedOn,
  checks: [
    on('exclusion', (exclusion, world) => {
      if (isReinstated(exclusion, world)) return undefined
      const standing = standingOfExclusion(exclusion, world)
      return notMember(standing, exclusion.school, world, ended => ({
        level: 'info',
        values: { regime: 'non-member', caseAccepted: true, ended },
        message: `${schoolName(exclusion.school, world)} was not a member on the day of the decision. The case is accepted, and charged as a non-member’s.`,
      }))
    }),
    on('programme', (programme, world, law) => {
      if (!carriesMoney(programme, world, law)) return undefined
      const standing = standingOfProgramme(programme, world)
      return notMember(standing, programme.school, world, ended => ({
        level: 'warning',
        values: { regime: 'non-member', ended, task: 'senior-officer-decision' },
        message: `${schoolName(programme.school, world)} is not a member, and no rule says what it pays without an exclusion. Ask a senior officer to decide.`,
      }))
    }),
  ],
}

function notMember(
  standing: Standing,
  school: Id,
  world: World,
  say: (ended: string | undefined) => Draft,
): Draft | undefined {
  if (standing.kind === 'member') return undefined
  if (standing.kind === 'non-member') return say(standing.former?.ended)
  return {
    level: 'warning',
    values: { unknown: 'memberships' },
    message: `Whether ${schoolName(school, world)} was a member is not known. Record its memberships before anything is charged.`,
  }
}

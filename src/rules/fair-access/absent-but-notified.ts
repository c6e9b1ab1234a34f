import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { fairAccessCategories } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { schoolName } from '../spoken.ts'
import { isOpenCase } from './eligibility.ts'
import { opportunityOf, wasHeard } from './meeting.ts'

export const absentButNotified: Rule = {
  id: 'FA-05',
  area: 'FA',
  title: 'An absent school can be allocated if it was notified',
  statement:
    'The child can be allocated to a school that was absent from the panel, provided that the school was notified of the meeting.',
  binds: 'Panel',
  test: 'Stops the allocation to a school that was absent and not notified before the meeting. A decision without a meeting is stopped by FA-04.',
  basis: ['local-agreement'],
  levels: ['high'],
  blocks: ['issue-decision'],
  sources: [
    cite(faq, '67', 'provided the school has been notified of the meeting'),
    cite(fairAccessCategories, 'a representative authorised to decide'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('fair-access-case', (facts, world): Draft | undefined => {
      const { decision, panelMeeting } = facts
      const meeting = world.meeting(panelMeeting)
      if (!isOpenCase(facts, world) || !decision || !meeting) return undefined
      if (wasHeard(opportunityOf(decision.school, meeting, world))) return undefined
      return {
        level: 'high',
        blocks: ['issue-decision'],
        values: { valid: false, school: decision.school },
        message: `${schoolName(decision.school, world)} was absent and had not been told of the meeting, so it cannot be allocated the child.`,
      }
    }),
  ],
}

import { comparedOn } from '../compared-on.ts'
import { hasEhcp, lookedAfterOn } from '../counting/child.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { fairAccessCategories } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { isOpenCase } from './eligibility.ts'

export const outsideFairAccess: Rule = {
  id: 'FA-09',
  area: 'FA',
  title: 'Who is outside Fair Access',
  statement:
    'Looked-after children and children with an EHCP are not placed through the protocol. Previously looked-after children may be.',
  binds: 'School Admissions; co-ordinator',
  test: 'Stops the case of a child who has an EHCP or is looked after today. Silent when neither is known to be so.',
  basis: ['statutory-guidance'],
  levels: ['high'],
  blocks: ['list-at-panel', 'issue-decision'],
  sources: [
    cite(fairAccessCategories, '3.17', 'SEN (but without an EHCP)'),
    cite(faq, '13', 'will work to ensure that the child is admitted to a school'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('fair-access-case', (facts, world): Draft | undefined => {
      if (!isOpenCase(facts, world)) return undefined
      const pupil = world.pupil(facts.pupil)
      const ehcp = hasEhcp(pupil)
      if (!ehcp && !lookedAfterOn(pupil, world.today)) return undefined
      return {
        level: 'high',
        blocks: ['list-at-panel', 'issue-decision'],
        values: { route: ehcp ? 'ehcp' : 'looked-after' },
        message: ehcp
          ? 'The child has an EHCP, so the authority that maintains it names the school.'
          : 'The child is looked after, so the Virtual School and Admissions secure the place.',
      }
    }),
  ],
}

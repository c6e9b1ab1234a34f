import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { outOfEducation } from '../parameters/fair-access.ts'
import { on, type Rule } from '../rule.ts'
import { fairAccessCategories } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { eligibilityOf, isOpenCase } from './eligibility.ts'
import { confirmations } from './on-roll-check.ts'

export const ownTheChildUntilOnRoll: Rule = {
  id: 'FA-02',
  area: 'FA',
  title: 'The co-ordinator owns the child until on roll',
  statement:
    'The co-ordinator answers for an eligible child until a school has put the child on roll. The case stays open until the school and Admissions have both said so.',
  binds: 'Co-ordinator',
  test: 'Stops closing the case until both confirmations are recorded. Silent for a case that is not eligible.',
  basis: ['local-agreement'],
  levels: ['high'],
  blocks: ['close-case'],
  sources: [
    cite(
      faq,
      '65',
      'the Co-ordinator is responsible for the child until he or she is on roll at a school',
    ),
    cite(fairAccessCategories, 'taking part is mandatory'),
  ],
  parameters: [outOfEducation],
  checkedOn: comparedOn,
  checks: [
    on('fair-access-case', (facts, world, law): Draft | undefined => {
      if (!isOpenCase(facts, world) || confirmations(facts, world).both) return undefined
      if (eligibilityOf(facts, world, law).eligible === 'no') return undefined
      return {
        level: 'high',
        blocks: ['close-case'],
        message:
          'Keep the case open until the school and Admissions have both confirmed that the child is on roll.',
      }
    }),
  ],
}

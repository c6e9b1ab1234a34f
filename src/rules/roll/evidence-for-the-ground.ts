import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { deletionGrounds } from '../sources/register.ts'
import { cite, faq } from '../sources.ts'
import { gate, missingEvidence } from './grounds.ts'

export const evidenceForTheGround: Rule = {
  id: 'ROL-02',
  area: 'ROL',
  title: 'Permitted: enrolled elsewhere or genuinely missing',
  statement:
    'Before the school can act the child has to have enrolled somewhere else, or to be genuinely missing, or the parent has to have written that the child is educated otherwise.',
  binds: 'Schools',
  test: 'For the grounds that need evidence: available when it was there by the day judged; else the removal is stopped, and a breach once the name is deleted.',
  basis: ['law'],
  levels: ['info', 'high', 'breach'],
  blocks: ['remove-from-roll'],
  sources: [
    cite(deletionGrounds, 'reg 9(1)(a), (f), (h)'),
    cite(faq, '117', 'enrolled somewhere else or been genuinely missing'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('removal', (removal, world): Draft | undefined => {
      const missing = missingEvidence(removal, world)
      const { ground } = removal
      if (missing === undefined) return undefined
      if (missing === null)
        return {
          level: 'info',
          values: { ground, available: true },
          message:
            'The evidence for this ground is there. The name is deleted with a return to the authority.',
        }
      return gate(removal, world, { ground, available: false, missing }, needed[missing] ?? '')
    }),
  ],
}

const needed: Readonly<Record<string, string>> = {
  'new-school-confirmed': 'The new school has not confirmed that the child is registered there.',
  'parent-notice': 'There is no written notice of the parent that the child is educated otherwise.',
  'joint-enquiries': 'School and authority have not completed their enquiries together.',
}

import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'

export const checkEhcpWording: Rule = {
  id: 'SEN-09',
  area: 'SEN',
  title: 'EHCP wording',
  statement: 'Check that the wording of a newly issued EHCP is correct.',
  binds: 'Co-ordinator',
  test: 'After acceptance, until the wording has been checked. The set-up is not complete before.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: ['complete-specialist-set-up'],
  sources: [cite(faq, '196', 'the wording on any newly issued EHCP is correct')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('specialist-placement', ({ acceptedDate, ehcpWordingCheckedDate }, world) => {
      if (!world.happened(acceptedDate) || world.happened(ehcpWordingCheckedDate)) return undefined
      const draft: Draft = {
        level: 'info',
        blocks: ['complete-specialist-set-up'],
        values: { task: 'check-ehcp-wording' },
        message: 'Check the wording of the EHCP before the set-up is marked as complete.',
      }
      return draft
    }),
  ],
}

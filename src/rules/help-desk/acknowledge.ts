import { comparedOn } from '../compared-on.ts'
import type { Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'

export const acknowledge: Rule = {
  id: 'HLP-03',
  area: 'HLP',
  title: 'Acknowledge',
  statement: 'Whoever sends a question sees that it has been sent.',
  binds: 'The question desk',
  test: 'No finding. The page after sending says so, with a reference.',
  basis: ['local-agreement'],
  levels: [],
  blocks: [],
  sources: [cite(faq, '207', 'Thanks! Message sent.')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [],
  carriedBy: 'The confirmation page of the question desk',
}

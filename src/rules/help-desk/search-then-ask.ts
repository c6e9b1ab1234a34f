import { comparedOn } from '../compared-on.ts'
import type { Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'

export const searchThenAsk: Rule = {
  id: 'HLP-01',
  area: 'HLP',
  title: 'Cannot find the answer',
  statement: 'Someone who does not find the answer searches first and can then send a question.',
  binds: 'Everyone',
  test: 'No finding. The question page offers likely answers before it sends.',
  basis: ['local-agreement'],
  levels: [],
  blocks: [],
  sources: [
    cite(faq, '7', 'Use the text box at the bottom of this page to send us your question.'),
    cite(faq, '7', 'Alternatively you can try searching the site'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [],
  carriedBy: 'The question desk: search, then ask',
}

import { comparedOn } from '../compared-on.ts'
import type { Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'

export const topicIndex: Rule = {
  id: 'HLP-04',
  area: 'HLP',
  title: 'Topic index',
  statement:
    'An alphabetical index points to the answers; one topic may have several names, each with a “see”.',
  binds: 'Guidance editors',
  test: 'No finding. The A to Z of topics and its synonyms feed the search.',
  basis: ['local-agreement'],
  levels: [],
  blocks: [],
  sources: [
    cite(faq, '19', 'What’s on this Page?'),
    cite(faq, '29', 'City Children in County Schools - see question 11'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [],
  carriedBy: 'The A to Z of guidance',
}

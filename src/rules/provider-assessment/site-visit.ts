import { comparedOn } from '../compared-on.ts'
import { scrutinyGrid } from '../data/scrutiny-grid.ts'
import type { Visit } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { partnershipAdvice } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'

export const siteVisit: Rule = {
  id: 'QAV-02',
  area: 'QAV',
  title: 'Site visit with the scrutiny grid',
  statement:
    'A site visit looks at something in each of the four sections of the grid and judges each section. No single item is required.',
  binds: 'Commissioner',
  test: 'For a visit made by today: one finding for each section without an item, and for each without a judgement. Items of one’s own count.',
  basis: ['council-expectation'],
  levels: ['warning'],
  blocks: [],
  sources: [
    cite(pack, '163', 'The list is neither prescriptive nor exhaustive'),
    cite(partnershipAdvice),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('visit', ({ visit }, world) =>
      world.happened(visit.date)
        ? scrutinyGrid.flatMap(({ id, title }) => judge(visit, id, title))
        : undefined,
    ),
  ],
}

function judge({ sections = [] }: Visit, section: string, title: string): Draft[] {
  const done = sections.filter(({ id }) => id === section)
  const isWritten = (text: string | undefined) => text !== undefined && text.trim() !== ''
  const hasItem = done.some(({ items }) => items?.some(isWritten))
  const hasJudgement = done.some(({ judgement }) => isWritten(judgement))
  const missing = (what: 'items' | 'judgement', message: string): Draft => ({
    level: 'warning',
    values: { section, missing: what },
    message,
  })
  return [
    ...(hasItem
      ? []
      : [missing('items', `The visit looked at nothing in section ${section}: ${title}.`)]),
    ...(hasJudgement
      ? []
      : [missing('judgement', `The visit judged nothing in section ${section}: ${title}.`)]),
  ]
}

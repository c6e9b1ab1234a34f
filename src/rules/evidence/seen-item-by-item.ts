import { comparedOn } from '../compared-on.ts'
import { usesOf } from '../counting/commissioning.ts'
import { appendixTwo } from '../data/documents.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { commissionerName, providerName, sentence } from '../spoken.ts'
import { seenCount } from './sightings.ts'

export const seenItemByItem: Rule = {
  id: 'EVD-02',
  area: 'EVD',
  title: 'Seen, item by item',
  statement:
    'Each of the 25 documents of Appendix 2 is recorded as seen or not, by each commissioner.',
  binds: 'Commissioner',
  test: 'Speaks for each commissioner with a current or coming placement that has seen fewer than 25 by today. A document that does not apply counts as seen.',
  basis: ['council-expectation'],
  levels: ['info'],
  blocks: [],
  sources: [cite(pack, '79', 'Seen Yes / No')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('provider', (provider, world) =>
      usesOf(provider.id, world).flatMap(({ commissioner }) => {
        const seen = seenCount(provider, commissioner, world)
        const required = appendixTwo.length
        if (seen >= required) return []
        const message = `${commissionerName(commissioner, world)} has seen ${seen} of the ${required} documents of ${providerName(provider.id, world)}.`
        return [
          { level: 'info', values: { commissioner, seen, required }, message: sentence(message) },
        ]
      }),
    ),
  ],
}

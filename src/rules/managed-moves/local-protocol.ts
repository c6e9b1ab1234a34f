import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'

export const localProtocol: Rule = {
  id: 'MMV-03',
  area: 'MMV',
  title: 'The local protocol applies',
  statement:
    'The partnerships’ managed move protocol applies, and a partnership may add its own agreement.',
  binds: 'Partnerships; schools',
  test: 'To know: no version of the protocol is attached.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: [],
  sources: [cite(faq, '104', 'may have their own local agreement adding to this')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('managed-move', ({ protocolVersion }): Draft | undefined =>
      protocolVersion
        ? undefined
        : {
            level: 'info',
            values: { missing: 'protocol-version' },
            message: 'Attach the version of the managed move protocol that applies.',
          },
    ),
  ],
}

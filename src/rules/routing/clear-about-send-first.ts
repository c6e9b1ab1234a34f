import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import type { World } from '../world.ts'

export const clearAboutSendFirst: Rule = {
  id: 'RTE-05',
  area: 'RTE',
  title: 'Be clear about SEND status first',
  statement:
    'Before a referral is routed, find out whether the child has an EHCP, a top-up, SEN support or none.',
  binds: 'Co-ordinator',
  test: 'Speaks while the child’s SEND status is not known. Any recorded status, also a new kind, ends it.',
  basis: ['local-agreement'],
  levels: ['high'],
  blocks: ['accept-referral', 'list-at-panel'],
  sources: [cite(faq, '184', 'they are absolutely clear about the child’s SEND status')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('referral', ({ pupil, closedDate }, world) =>
      world.happened(closedDate) ? undefined : ask(pupil, world),
    ),
    on('fair-access-case', ({ pupil, closedDate }, world) =>
      world.happened(closedDate) ? undefined : ask(pupil, world),
    ),
  ],
}

function ask(pupil: string, world: World): Draft | undefined {
  if (world.pupil(pupil)?.send?.status !== undefined) return undefined
  return {
    level: 'high',
    blocks: ['accept-referral', 'list-at-panel'],
    values: { unknown: 'send-status' },
    message: 'The child’s SEND status is not known. Ask the school before the case goes further.',
  }
}

import { comparedOn } from '../compared-on.ts'
import { hasEhcp } from '../counting/child.ts'
import { pounds } from '../counting/money.ts'
import type { Draft } from '../finding.ts'
import { programmeManagementTier, schoolShareLimit } from '../parameters/tier-and-send.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq, ourDesign } from '../sources.ts'
import { transferDraft, transferDueOf, transferOf } from './transfers.ts'

export const passEhcpFundingOn: Rule = {
  id: 'SEN-05',
  area: 'SEN',
  title: 'EHCP and programme management: pass the funding on',
  statement:
    'When a child with an EHCP is programme managed, what SENA pays the school above its own share is paid on to the partnership.',
  binds: 'Schools; co-ordinator',
  test: 'On a Tier 4 programme of a child with an EHCP of this authority: the sum to transfer from the start to the end of the school year; a breach when the recorded transfer falls short; a warning when the cost is not known.',
  basis: ['local-agreement'],
  levels: ['info', 'warning', 'breach'],
  blocks: [],
  sources: [
    cite(
      faq,
      '188',
      'any additional funding from SENA to the school is paid on to the Partnership',
    ),
    cite(ourDesign, 'by the days of the school year that remain'),
  ],
  parameters: [programmeManagementTier, schoolShareLimit],
  checkedOn: comparedOn,
  checks: [
    on('programme', (programme, world, law): Draft | undefined => {
      const { tier, start } = programme
      const pupil = world.pupil(programme.pupil)
      const ehcp = hasEhcp(pupil)
      if (tier < law.value(programmeManagementTier, start) || ehcp === false) return undefined
      if (ehcp === undefined) return notKnown('send-status', 'whether the child has an EHCP')
      const { ehcpAuthority, additionalCostPence: cost } = pupil?.send ?? {}
      if (ehcpAuthority === undefined)
        return notKnown('ehcp-authority', 'which authority maintains the plan')
      if (ehcpAuthority !== world.authority) return undefined
      if (cost === undefined)
        return notKnown('additional-cost', 'what the additional support costs')
      const annual = cost - law.value(schoolShareLimit, start)
      if (annual <= 0) return undefined
      const transferDue = transferDueOf(annual, programme, world)
      const transfer = transferOf('ehcp-funding', transferDue, programme, world)
      if (!transfer) return undefined
      return transferDraft(
        transfer,
        { annual, transferDue },
        'breach',
        `${pounds(transfer.outstanding)} of the EHCP funding is still to be passed on to the partnership.`,
      )
    }),
  ],
}

const notKnown = (unknown: string, words: string): Draft => ({
  level: 'warning',
  values: { unknown },
  message: `We do not know ${words}, so the sum to pass on cannot be worked out. Ask SENA.`,
})

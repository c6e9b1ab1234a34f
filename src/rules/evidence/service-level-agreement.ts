import { comparedOn } from '../compared-on.ts'
import { recordsOf } from '../counting/commissioner-records.ts'
import { canBeStopped, commissionerOf, isOver } from '../counting/placement-days.ts'
import type { Agreement, Placement } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { partnershipAdvice } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'
import { commissionerName, providerName, sentence } from '../spoken.ts'
import type { World } from '../world.ts'

export const serviceLevelAgreement: Rule = {
  id: 'EVD-11',
  area: 'EVD',
  title: 'Service level agreement',
  statement:
    'Provider and commissioner have a signed agreement with each other. The agreement of another commissioner does not serve.',
  binds: 'Commissioner and provider',
  test: 'Speaks when no agreement of this commissioner was signed on or before the start and is still in force: a block up to and on the first day, a breach after it. Silent without exactly one commissioner, and when the placement is over.',
  basis: ['council-expectation'],
  levels: ['high', 'breach'],
  blocks: ['start-placement'],
  sources: [
    cite(pack, '132', 'Service level agreement between provider and commissioner'),
    cite(partnershipAdvice),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [on('placement', judge)],
}

function judge(placement: Placement, world: World): Draft | undefined {
  const commissioner = commissionerOf(placement)
  if (commissioner === undefined || isOver(placement, world)) return undefined
  const { agreements } = recordsOf(placement.provider, commissioner, world)
  if (agreements.some(agreement => serves(agreement, placement, world))) return undefined
  const stoppable = canBeStopped(placement, world)
  return {
    level: stoppable ? 'high' : 'breach',
    blocks: stoppable ? ['start-placement'] : [],
    values: { missing: 'agreement', commissioner },
    message: sentence(
      `${commissionerName(commissioner, world)} and ${providerName(placement.provider, world)} have no agreement that was signed by the start and is in force. ${stoppable ? 'Sign one before the pupil starts.' : 'Sign one now.'}`,
    ),
  }
}

function serves(agreement: Agreement, { start }: Placement, world: World): boolean {
  const signed = world.happened(agreement.signedDate)
  if (signed === undefined || signed > start) return false
  // A coming placement needs it on its first day, a running one today.
  const needed = start > world.today ? start : world.today
  return agreement.endDate === undefined || agreement.endDate >= needed
}

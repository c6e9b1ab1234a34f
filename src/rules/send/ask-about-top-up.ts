import { comparedOn } from '../compared-on.ts'
import { hasEhcp } from '../counting/child.ts'
import { pounds } from '../counting/money.ts'
import type { Programme, Referral } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { programmeManagementTier } from '../parameters/tier-and-send.ts'
import { isOpen } from '../routing/deciding-school.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq, ourDesign } from '../sources.ts'
import type { World } from '../world.ts'
import { schoolYearAt, topUpIn, topUpThisYear } from './top-ups.ts'
import { transferDraft, transferDueOf, transferOf } from './transfers.ts'

export const askAboutTopUp: Rule = {
  id: 'SEN-03',
  area: 'SEN',
  title: 'Ask: any top-up entitlement?',
  statement:
    'Ask of a newly referred child whether there is a top-up without an EHCP, and how much. Arrange for it to be transferred if the child comes into programme management.',
  binds: 'Co-ordinator; the referring school',
  test: 'On a referral of a child without an EHCP: this year’s top-up, or a warning when it is not known. On a Tier 4 programme: the sum to transfer for the days from its start to the end of the school year; a warning when the recorded transfer falls short.',
  basis: ['local-agreement'],
  levels: ['info', 'warning'],
  blocks: [],
  sources: [
    cite(faq, '186', 'Arrange for it to be transferred with the child'),
    cite(ourDesign, 'by the days of the school year that remain'),
  ],
  parameters: [programmeManagementTier],
  checkedOn: comparedOn,
  checks: [on('referral', onReferral), on('programme', onProgramme)],
}

const notKnown: Draft = {
  level: 'warning',
  values: { unknown: 'top-up' },
  message: 'We do not know whether the child has a top-up. Ask the school, and how much it is.',
}

function onReferral(referral: Referral, world: World): Draft | undefined {
  // While the SEND status is not known RTE-05 asks for it first.
  if (!isOpen(referral, world) || hasEhcp(world.pupil(referral.pupil)) !== false) return undefined
  const topUp = topUpThisYear(referral.pupil, world)
  if (topUp === undefined) return notKnown
  if (topUp === 0) return undefined
  return {
    level: 'info',
    amounts: { topUp },
    values: { task: 'transfer-if-programme-managed' },
    message: `The child has a top-up of ${pounds(topUp)} this school year. It is transferred if the child is programme managed.`,
  }
}

function onProgramme(programme: Programme, world: World, law: Law): Draft | undefined {
  const { tier, pupil, start } = programme
  if (tier < law.value(programmeManagementTier, start)) return undefined
  if (hasEhcp(world.pupil(pupil))) return undefined
  const topUp = topUpIn(schoolYearAt(start, world), world.pupil(pupil))
  if (topUp === undefined) return notKnown
  const transferDue = transferDueOf(topUp, programme, world)
  const transfer = transferOf('top-up', transferDue, programme, world)
  if (!transfer) return undefined
  return transferDraft(
    transfer,
    { topUp, annual: topUp, transferDue },
    'warning',
    `${pounds(transfer.outstanding)} of the top-up is still to be transferred to the partnership.`,
  )
}

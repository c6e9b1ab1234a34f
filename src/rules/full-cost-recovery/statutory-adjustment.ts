import { comparedOn } from '../compared-on.ts'
import { dueBy } from '../counting/due.ts'
import { pounds } from '../counting/money.ts'
import type { Exclusion, Invoice } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { on, type Rule } from '../rule.ts'
import {
  exclusionFunding,
  financeRegulations2011,
  financeRegulations2012,
  financeRegulations2024,
} from '../sources/money.ts'
import { cite, faq } from '../sources.ts'
import type { World } from '../world.ts'
import { type Adjustment, adjustmentOf, adjustmentParameters } from './adjustment.ts'
import { isReinstated } from './money-cases.ts'

export const statutoryAdjustment: Rule = {
  id: 'FCR-08',
  area: 'FCR',
  title: 'Statutory adjustment on permanent exclusion',
  statement:
    'After a permanent exclusion the school’s budget is reduced by A x B/52 + C: the full-year amount for a pupil of this age and these circumstances, for the complete weeks that are left, and any financial adjustment order. This is not the Average Pupil Cost.',
  binds: 'Excluding school; the authority enforces it',
  test: 'Exclusion: information with the reduction, or a warning when the sum cannot be settled: the relevant date or A not known, or the leaver rule open, when both sums are shown. Invoice of a statutory adjustment: a breach when its due day has passed and the recorded payments fall short. Never for a programme without an exclusion.',
  basis: ['law'],
  levels: ['info', 'warning', 'breach'],
  blocks: [],
  sources: [
    cite(faq, '86', 'The LA has a statutory requirement to remove pupil related funding'),
    cite(financeRegulations2024, 'reg 39'),
    cite(financeRegulations2012, 'reg 23'),
    cite(financeRegulations2011, 'reg 23'),
    cite(exclusionFunding),
  ],
  parameters: adjustmentParameters,
  checkedOn: comparedOn,
  checks: [on('exclusion', settle), on('invoice', unpaid)],
}

function settle(exclusion: Exclusion, world: World, law: Law): Draft | undefined {
  if (isReinstated(exclusion, world)) return undefined
  const { date, unknown, weeks, leaverRule, sums } = adjustmentOf(exclusion, world, law)
  const isOpen = leaverRule === 'ambiguous' || leaverRule === 'unknown'
  const isAmountKnown =
    sums.reduction !== undefined || sums.reductionIfNotLeaver !== undefined || date === undefined
  const isSettled = date !== undefined && !isOpen && isAmountKnown
  return {
    level: isSettled ? 'info' : 'warning',
    amounts: sums,
    values: {
      weeks,
      leaverRule,
      task: isOpen ? 'ask-finance' : undefined,
      relevantDate: date,
      unknown: unknown ?? (isAmountKnown ? undefined : 'regulation-amount'),
    },
    message: said(sums, isOpen, isAmountKnown, unknown),
  }
}

function said(
  { reduction, reductionIfLeaver, reductionIfNotLeaver }: Adjustment['sums'],
  isOpen: boolean,
  isAmountKnown: boolean,
  unknown: Adjustment['unknown'],
): string {
  if (unknown === 'calendar')
    return 'The reduction cannot be worked out: the term dates do not reach the relevant date.'
  if (unknown !== undefined)
    return 'The reduction cannot be worked out until the day on which the governors upheld the exclusion is recorded.'
  if (!isAmountKnown)
    return 'The reduction cannot be worked out: ask finance for the regulation’s full-year amount for this pupil.'
  if (isOpen && reductionIfLeaver !== undefined && reductionIfNotLeaver !== undefined)
    return `The reduction is ${pounds(reductionIfLeaver)} if this was the pupil’s year of leaving, else ${pounds(reductionIfNotLeaver)}. Ask finance which.`
  return `The school’s budget is reduced by ${pounds(reduction ?? 0)}. That part can be enforced.`
}

function unpaid(invoice: Invoice, world: World): Draft | undefined {
  const { kind, amountPence, paidPence, sentDate, dueDate } = invoice
  if (kind !== 'statutory-adjustment' || !world.happened(sentDate)) return undefined
  if (invoice.exclusion === undefined && invoice.programme !== undefined) return undefined
  const exclusion = world.exclusion(invoice.exclusion)
  if (exclusion && isReinstated(exclusion, world)) return undefined
  if (dueDate === undefined || paidPence === undefined || paidPence >= amountPence) return undefined
  const { due, overdueDays, isOverdue } = dueBy(dueDate, world)
  if (!isOverdue) return undefined
  const outstanding = amountPence - paidPence
  return {
    level: 'breach',
    due,
    overdueDays,
    amounts: { outstanding },
    message: `${pounds(outstanding)} of the statutory adjustment is overdue. The authority can enforce it: ask finance.`,
  }
}

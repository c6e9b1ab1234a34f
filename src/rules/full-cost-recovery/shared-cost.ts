import { comparedOn } from '../compared-on.ts'
import { decimal, plus, pounds, type Ratio, ratio, rounded, times } from '../counting/money.ts'
import type { CostShare, Pence } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import { commissionerName } from '../spoken.ts'
import type { World } from '../world.ts'

export const sharedCost: Rule = {
  id: 'FCR-15',
  area: 'FCR',
  title: 'Cost shared between partnerships',
  statement:
    'Partnerships may share the cost of one child, if all agree and the shares are the whole.',
  binds: 'Partnerships',
  test: 'Information with each share in pence when the shares are exactly 100% and all have agreed by today; else a block. The sum is judged first. The last partnership listed takes what rounding leaves.',
  basis: ['local-agreement'],
  levels: ['info', 'high'],
  blocks: ['apply-cost-share'],
  sources: [cite(faq, '121', 'exploring cost sharing')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [on('cost-share', judge)],
}

function judge({ totalPence, shares }: CostShare, world: World): Draft {
  const sum = shares.map(({ percent }) => decimal(percent)).reduce(plus, ratio(0, 1))
  const totalPercent = shown(sum)
  const block = (reason: string, message: string): Draft => ({
    level: 'high',
    blocks: ['apply-cost-share'],
    values: { valid: false, reason, totalPercent },
    message,
  })
  if (sum.numerator !== 100n * sum.denominator)
    return block('not-100-percent', `The shares come to ${totalPercent}%, and must be 100%.`)
  const waiting = shares.filter(({ agreedDate }) => !world.happened(agreedDate))
  if (waiting.length > 0) {
    const names = waiting.map(({ partnership }) => commissionerName(partnership, world))
    return block('not-agreed', `Not every partnership has agreed: ask ${names.join(' and ')}.`)
  }
  const amounts = amountsOf(totalPence, shares)
  const said = Object.entries(amounts).map(
    ([partnership, pence]) => `${commissionerName(partnership, world)} ${pounds(pence)}`,
  )
  return {
    level: 'info',
    amounts,
    values: { valid: true, totalPercent },
    message: `All have agreed: ${said.join(', ')}.`,
  }
}

/** Halves upwards, and the last takes the rest, so that no penny is lost. */
function amountsOf(totalPence: Pence, shares: CostShare['shares']): Record<string, Pence> {
  const amounts: Record<string, Pence> = {}
  let rest = totalPence
  for (const [index, { partnership, percent }] of shares.entries()) {
    const isLast = index === shares.length - 1
    const part = isLast ? rest : rounded(percentOf(totalPence, decimal(percent)))
    amounts[partnership] = (amounts[partnership] ?? 0) + part
    rest -= part
  }
  return amounts
}

const percentOf = (pence: Pence, percent: Ratio): Ratio => times(ratio(pence, 100), percent)

/** The denominators are powers of ten: without their common noughts the number is exact to the last digit shown. */
function shown({ numerator, denominator }: Ratio): number {
  let [above, below] = [numerator, denominator]
  while (below > 1n && above % 10n === 0n && below % 10n === 0n) {
    above /= 10n
    below /= 10n
  }
  return Number(above) / Number(below)
}

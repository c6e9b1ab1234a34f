import { daysBetween, type IsoDate } from '#domain/dates.ts'
import { type Due, dueBy } from '../counting/due.ts'
import { partOf } from '../counting/money.ts'
import type { FundingTransfer, Pence, Programme } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { World } from '../world.ts'
import { schoolYearAt } from './top-ups.ts'

/** What is to be passed on from the start of the programme to the end of that school year, by its days. */
export function transferDueOf(annual: Pence, { start }: Programme, world: World): Pence {
  const year = schoolYearAt(start, world)
  return partOf(annual, daysBetween(start, year.last) + 1, year.days)
}

export type Transfer = Partial<Due> & {
  readonly paid?: Pence
  readonly outstanding: Pence
  /** A sum was recorded, it is too little, and its day has passed. */
  readonly isShort: boolean
}

/** How the recorded transfers of one kind stand against the sum; undefined when it is passed on in full. */
export function transferOf(
  kind: FundingTransfer['kind'],
  sum: Pence,
  programme: Programme,
  world: World,
): Transfer | undefined {
  const records = world
    .by('fundingTransfers', 'programme', programme.id)
    .filter(transfer => transfer.kind === kind)
  const paidSums = records.flatMap(({ paidPence }) => (paidPence === undefined ? [] : [paidPence]))
  const paid = paidSums.length ? paidSums.reduce((all, pence) => all + pence, 0) : undefined
  const outstanding = sum - (paid ?? 0)
  if (outstanding <= 0) return undefined
  // Of several instalments the last day counts: before it the sum may still come.
  const [day] = records.flatMap(r => r.dueDate ?? []).sort((a, b) => (a < b ? 1 : -1))
  const due = day === undefined ? undefined : dueBy(day, world)
  const isShort = paid !== undefined && (due === undefined || due.isOverdue)
  return { ...due, ...(paid === undefined ? {} : { paid }), outstanding, isShort }
}

/** The finding about a transfer, in time or short. */
export const transferDraft = (
  transfer: Transfer,
  amounts: NonNullable<Draft['amounts']>,
  shortLevel: 'warning' | 'breach',
  message: string,
): Draft => ({
  level: transfer.isShort ? shortLevel : 'info',
  due: transfer.due as IsoDate | undefined,
  overdueDays: transfer.overdueDays,
  amounts: { ...amounts, paid: transfer.paid, outstanding: transfer.outstanding },
  values: { task: 'arrange-transfer' },
  message,
})

import type { Invoice, Pence } from '../facts.ts'
import type { World } from '../world.ts'

/** What a school has paid of its contributions, as far as it is recorded. */
export type Payments = {
  readonly paid: Pence
  /** Another contribution was sent whose payment is not recorded: more may have been paid. */
  readonly mayBeMore: boolean
}

/** Undefined while no payment is recorded: that is not nought. */
export function contributionsPaid(
  invoices: readonly Invoice[],
  world: World,
): Payments | undefined {
  const contributions = invoices.filter(({ kind }) => kind === 'contribution')
  const paid = contributions.flatMap(({ paidPence }) =>
    paidPence === undefined ? [] : [paidPence],
  )
  if (paid.length === 0) return undefined
  return {
    paid: paid.reduce((sum, pence) => sum + pence, 0),
    mayBeMore: contributions.some(
      ({ paidPence, sentDate }) =>
        paidPence === undefined && world.happened(sentDate) !== undefined,
    ),
  }
}

/** How much is known to be missing; undefined when nothing is, or when it cannot be told. */
export function shortfallOf(payments: Payments | undefined, asked: Pence): Pence | undefined {
  if (!payments || payments.mayBeMore || payments.paid >= asked) return undefined
  return asked - payments.paid
}

import type { Updateable } from 'kysely'
import { NotFound } from '#domain/refusal.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Tx } from '#platform/database/database.ts'
import type { ReferralTable } from '#platform/database/schema.generated.ts'
import { type ReferralAction, type ReferralStatus, referralLifecycle } from './referral.ts'

export type Changes = Omit<Updateable<ReferralTable>, 'id' | 'reference' | 'status' | 'version'>

/** The record that a command acts on, as it stands now. */
export type Standing = {
  readonly id: string
  readonly reference: number
  readonly status: ReferralStatus
  readonly version: number
}

/** A referral as a command needs it; hidden and absent look alike. */
export async function referralToChange(tx: Tx, id: string) {
  const referral = await tx
    .selectFrom('referral')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!referral) throw new NotFound()
  return { ...referral, status: referral.status as ReferralStatus }
}

/** Takes a referral one step along its lifecycle. Somebody who was quicker wins, and the other is told. */
export async function moveReferral(
  tx: Tx,
  { id, status, version }: Pick<Standing, 'id' | 'status' | 'version'>,
  action: ReferralAction,
  changes: Changes = {},
): Promise<ReferralStatus> {
  const next = referralLifecycle.next(status, action)
  await change(tx, { id, version }, { ...changes, status: next })
  return next
}

/** Changes a referral that stays where it is in its lifecycle. */
export const changeReferral = (
  tx: Tx,
  referral: Pick<Standing, 'id' | 'version'>,
  changes: Changes,
) => change(tx, referral, changes)

async function change(
  tx: Tx,
  { id, version }: Pick<Standing, 'id' | 'version'>,
  changes: Updateable<ReferralTable>,
) {
  await changeOne(
    tx.updateTable('referral').set(changes).where('id', '=', id).where('version', '=', version),
    'This referral',
  )
}

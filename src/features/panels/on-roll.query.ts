import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'

const checks = (tx: Tx) =>
  tx
    .selectFrom('on_roll_check')
    .leftJoin('referral', 'referral.id', 'on_roll_check.referral_id')
    .leftJoin('child', 'child.id', 'referral.child_id')
    .leftJoin('organisation as school', 'school.id', 'on_roll_check.school_id')
    .leftJoin('decision', 'decision.id', 'on_roll_check.decision_id')
    .selectAll('on_roll_check')
    .select([
      'referral.reference',
      'referral.child_id',
      'referral.status as referral_status',
      'child.forename',
      'child.surname',
      'school.name as school',
      'decision.reference as decision_reference',
    ])

export async function onRollCheck(tx: Tx, id: string) {
  const check = await checks(tx).where('on_roll_check.id', '=', id).executeTakeFirst()
  if (!check) throw new NotFound()
  return check
}
export type OnRollCheck = Awaited<ReturnType<typeof onRollCheck>>

/** Children who were allocated and whose roll date is not confirmed by both, the most urgent first. */
export const openOnRollChecks = (tx: Tx) =>
  checks(tx).where('on_roll_check.closed_at', 'is', null).orderBy('on_roll_check.due_on').execute()

/** Both said so, and name the same day. */
export const isOnRoll = (check: Pick<OnRollCheck, 'school_roll_date' | 'admissions_roll_date'>) =>
  check.school_roll_date !== null && check.school_roll_date === check.admissions_roll_date

import { Refusal } from '#domain/refusal.ts'
import { blockersOf, reevaluate } from '#features/findings/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { moveReferral, referralToChange } from '../move-referral.ts'
import { finish, looked, responded, tellReferrer } from './triage.ts'

export const closingReasons = {
  'monitored only': 'The Virtual School leads; nothing was asked of the partnership',
  'annual review held': 'The annual review takes it further',
  'advice given': 'Advice was given and that was enough',
  'admissions acts': 'School Admissions takes it further',
  'on roll': 'The child is on roll and supported',
  'support ended': 'The support has come to its end',
  'left the area': 'The child has left the area',
} as const
export type ClosingReason = keyof typeof closingReasons

/** Ends a case. One that a panel decided is closed when nothing of the decision is left to do. */
export async function closeCase(
  doer: Doer,
  referralId: string,
  { reason, words }: { reason: ClosingReason; words: string | null },
): Promise<void> {
  const { tx, now } = doer
  const found = await referralToChange(tx, referralId)
  await reevaluate(doer, [referralId])
  const [blocker] = await blockersOf(tx, referralId, 'close-case')
  if (blocker) throw new Refusal(blocker.message)
  const openCheck = await tx
    .selectFrom('on_roll_check')
    .select('id')
    .where('referral_id', '=', referralId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (openCheck)
    throw new Refusal(
      'The school and Admissions have not both confirmed that the child is on roll. Until they have, the child is yours and the case stays open.',
    )
  // A case that needs no panel is accepted and closed in one step, so that its history tells both.
  const referral = found.status === 'submitted' ? await acceptedFirst(doer, found) : found
  await moveReferral(tx, referral, 'close', {
    ...looked(referral, doer),
    ...responded(referral, now),
    ended_at: now,
    ended_because: words ? `${closingReasons[reason]}. ${words}` : closingReasons[reason],
    waiting_for: null,
    waiting_since: null,
  })
  await finish(doer, referral, 'closed', 'referral.closed', { reason, because: words })
  await tellReferrer(doer, referral, 'closed')
}

async function acceptedFirst(doer: Doer, referral: Awaited<ReturnType<typeof referralToChange>>) {
  await moveReferral(doer.tx, referral, 'accept', {
    ...looked(referral, doer),
    accepted_at: doer.now,
    assigned_to: referral.assigned_to ?? doer.me.userId,
  })
  return referralToChange(doer.tx, referral.id)
}

export async function reopenCase(doer: Doer, referralId: string, reason: string): Promise<void> {
  const referral = await referralToChange(doer.tx, referralId)
  await moveReferral(doer.tx, referral, 'reopen', {
    ended_at: null,
    ended_because: null,
    waiting_for: 'us',
    waiting_since: doer.now,
  })
  await finish(doer, referral, 'reopened', 'referral.reopened', { because: reason })
  await tellReferrer(doer, referral, 'reopened')
}

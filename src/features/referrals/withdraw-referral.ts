import type { Doer } from '#platform/http/visit.ts'
import { finish } from './case/triage.ts'
import { moveReferral, referralToChange } from './move-referral.ts'
import { tellOrganisation } from './tell.ts'

export const withdrawalReasons = {
  'no longer needed': 'The school can meet the need itself now',
  'another way': 'The child is supported in another way',
  'child has left': 'The child has left the school',
  'parents object': 'The parents do not agree',
  'sent by mistake': 'It was sent by mistake',
  other: 'Another reason',
} as const
export type WithdrawalReason = keyof typeof withdrawalReasons

/** Whoever sent a referral takes it back. What was sent stays readable to those who could read it. */
export async function withdrawReferral(
  doer: Doer,
  referralId: string,
  { reason, words }: { reason: WithdrawalReason; words: string | null },
): Promise<void> {
  const { tx, now } = doer
  const referral = await referralToChange(tx, referralId)
  await moveReferral(tx, referral, 'withdraw', {
    ended_at: now,
    ended_because: words ? `${withdrawalReasons[reason]}. ${words}` : withdrawalReasons[reason],
    waiting_for: null,
    waiting_since: null,
  })
  await finish(doer, referral, 'withdrawn', 'referral.withdrawn', { reason, because: words })
  if (referral.responsible_partnership_id)
    await tellOrganisation(
      doer,
      { id: referral.responsible_partnership_id, kind: 'partnership' },
      'withdrawn',
      referral,
    )
}

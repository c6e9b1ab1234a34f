import { sql } from 'kysely'
import { newId, type ReferralId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordCaseEvent } from './case-event.ts'
import { moveReferral, referralToChange } from './move-referral.ts'

const underWay = ['submitted', 'accepted', 'listed', 'decided', 'returned'] as const

/** Opens a draft about a child of one's own. A school has at most one draft and one referral under way for a child. */
export async function startReferral(
  doer: Doer,
  { childId, kind = 'school' }: { childId: string; kind?: 'school' | 'fair-access' },
): Promise<ReferralId> {
  const { tx, me, now, audit } = doer
  const child = await tx
    .selectFrom('child')
    .select('id')
    .where('id', '=', childId)
    .executeTakeFirst()
  if (!child) throw new NotFound()
  // Two people of one school who start at once find the same draft.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`refer ${me.organisationId} ${childId}`}, 0))`.execute(
    tx,
  )
  const others = await tx
    .selectFrom('referral')
    .select(['id', 'status'])
    .where('child_id', '=', childId)
    .where('referring_organisation_id', '=', me.organisationId)
    .where('kind', '=', kind)
    .where('status', 'in', ['draft', ...underWay])
    .execute()
  const draft = others.find(({ status }) => status === 'draft')
  if (draft) return draft.id as ReferralId
  if (others.length > 0)
    throw new Refusal(
      'Your organisation has already referred this child. Open that referral and change or withdraw it.',
    )
  const id = newId<ReferralId>()
  await tx
    .insertInto('referral')
    .values({
      id,
      kind,
      child_id: childId,
      referring_organisation_id: me.organisationId,
      started_by: me.userId,
      started_at: now,
    })
    .execute()
  await recordCaseEvent(doer, id, 'started')
  audit({ event: 'referral.started', subjectKind: 'referral', subjectId: id, childId })
  return id
}

/** Throws a draft away. It was never sent, so nobody else has seen it. */
export async function discardDraft(doer: Doer, referralId: string) {
  const referral = await referralToChange(doer.tx, referralId)
  await moveReferral(doer.tx, referral, 'discard', { ended_at: doer.now })
  await recordCaseEvent(doer, referralId, 'discarded')
  doer.audit({
    event: 'referral.discarded',
    subjectKind: 'referral',
    subjectId: referralId,
    childId: referral.child_id ?? undefined,
  })
}

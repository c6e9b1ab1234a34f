import { Refusal } from '#domain/refusal.ts'
import { blockersOf, reevaluate } from '#features/findings/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordCaseEvent } from '../case-event.ts'
import { changeReferral, moveReferral, referralToChange } from '../move-referral.ts'
import type { RouteKey } from '../route.ts'
import { tellOrganisation } from '../tell.ts'

type Row = Awaited<ReturnType<typeof referralToChange>>

/** The co-ordinator opens a case for the first time: it is no longer “not looked at yet”. */
export async function markLookedAt({ tx, me, now }: Doer, referral: Row): Promise<void> {
  if (referral.first_looked_at || referral.status === 'draft') return
  await changeReferral(tx, referral, { first_looked_at: now, first_looked_by: me.userId })
  await recordCaseEvent({ tx, me, now }, referral.id, 'looked at')
}

/** Takes a referral out of intake. What a finding stops is refused, unless it was accepted with a reason. */
export async function acceptReferral(doer: Doer, referralId: string): Promise<void> {
  const { tx, now } = doer
  const referral = await referralToChange(tx, referralId)
  await reevaluate(doer, [referralId])
  const blockers = await blockersOf(tx, referralId, 'accept-referral')
  if (blockers.length > 0)
    throw new Refusal(
      `R-${referral.reference} cannot be accepted yet. ${blockers.map(({ message }) => message).join(' ')}`,
    )
  await moveReferral(tx, referral, 'accept', {
    ...looked(referral, doer),
    ...responded(referral, now),
    accepted_at: now,
    assigned_to: referral.assigned_to ?? doer.me.userId,
    ...(referral.waiting_for === 'us' ? { waiting_for: 'us', waiting_since: now } : {}),
  })
  await finish(doer, referral, 'accepted', 'referral.accepted', {})
  await tellReferrer(doer, referral, 'accepted')
}

/** Back to who sent it, with what has to be done first. It can be changed and sent again. */
export async function returnReferral(
  doer: Doer,
  referralId: string,
  reason: string,
): Promise<void> {
  const { tx, now } = doer
  const referral = await referralToChange(tx, referralId)
  const kind = await kindOf(doer, referral.referring_organisation_id)
  await moveReferral(tx, referral, 'return', {
    ...looked(referral, doer),
    ...responded(referral, now),
    waiting_for: kind === 'team' ? 'admissions' : 'school',
    waiting_since: now,
    ended_because: reason,
  })
  await finish(doer, referral, 'returned', 'referral.returned', { because: reason })
  await tellReferrer(doer, referral, 'returned')
}

/** Somebody else is to act. Another partnership receives the case itself; an agency or authority is named. */
export async function referOn(
  doer: Doer,
  referralId: string,
  { to, reason }: { to: string; reason: string },
): Promise<void> {
  const { tx, now } = doer
  const referral = await referralToChange(tx, referralId)
  await moveReferral(tx, referral, 'refer on', {
    ...looked(referral, doer),
    ...responded(referral, now),
    waiting_for: 'others',
    waiting_since: now,
    referred_on_to: to,
    ended_at: now,
    ended_because: reason,
  })
  await finish(doer, referral, 'referred on', 'referral.referred-on', { to, because: reason })
  await tellReferrer(doer, referral, 'closed')
}

/** Hands the case to another partnership, which then holds it: still open, not looked at, and waiting for them. */
export async function handOver(
  doer: Doer,
  referralId: string,
  { partnershipId, reason }: { partnershipId: string; reason: string },
): Promise<void> {
  const { tx, now, audit } = doer
  const referral = await referralToChange(tx, referralId)
  if (!['submitted', 'accepted'].includes(referral.status))
    throw new Refusal(`You cannot hand over a referral that is ${referral.status}.`)
  const other = await tx
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', partnershipId)
    .where('kind', '=', 'partnership')
    .executeTakeFirst()
  if (!other || partnershipId === referral.responsible_partnership_id)
    throw new Refusal('Choose another partnership.')
  await recordCaseEvent(doer, referralId, 'responsibility moved', {
    to: other.name,
    because: reason,
  })
  audit({
    event: 'referral.referred-on',
    subjectKind: 'referral',
    subjectId: referralId,
    childId: referral.child_id ?? undefined,
    detail: { partnership: partnershipId },
  })
  await tellOrganisation(doer, { id: partnershipId, kind: 'partnership' }, 'referred on', referral)
  // Last, because afterwards the case is no longer ours to write to.
  await changeReferral(tx, referral, {
    ...responded(referral, now),
    responsible_partnership_id: partnershipId,
    route_reason: `${other.name} took the case over: ${reason}`,
    assigned_to: null,
    first_looked_at: null,
    first_looked_by: null,
    waiting_for: 'us',
    waiting_since: now,
  })
  await reevaluate(doer, [referralId])
}

export const looked = (referral: Row, { me, now }: Doer) =>
  referral.first_looked_at ? {} : { first_looked_at: now, first_looked_by: me.userId }

/** The response clock stops at the first answer of the partnership, whatever the answer is. */
export const responded = (referral: Row, now: Date) =>
  referral.first_response_at ? {} : { first_response_at: now }

export async function kindOf({ tx }: Pick<Doer, 'tx'>, organisationId: string) {
  const row = await tx
    .selectFrom('organisation')
    .select('kind')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row?.kind === 'team' ? 'team' : 'school'
}

export async function tellReferrer(
  doer: Doer,
  referral: Row,
  what: Parameters<typeof tellOrganisation>[2],
) {
  const id = referral.referring_organisation_id
  await tellOrganisation(doer, { id, kind: await kindOf(doer, id) }, what, referral)
}

/** The case’s memory, the rules and the audit: after every step of a co-ordinator. */
export async function finish(
  doer: Doer,
  referral: Row,
  kind: Parameters<typeof recordCaseEvent>[2],
  event: Parameters<Doer['audit']>[0]['event'],
  detail: Readonly<Record<string, unknown>>,
) {
  await recordCaseEvent(doer, referral.id, kind, detail)
  await reevaluate(doer, [referral.id])
  doer.audit({
    event,
    subjectKind: 'referral',
    subjectId: referral.id,
    childId: referral.child_id ?? undefined,
  })
}

/** Routes that may end without a panel. */
export const endsWithoutPanel: ReadonlySet<RouteKey> = new Set([
  'looked-after-own',
  'annual-review',
  'return-to-admissions',
])

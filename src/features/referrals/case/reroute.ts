import { factsFor } from '#features/findings/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordCaseEvent } from '../case-event.ts'
import { changeReferral, referralToChange } from '../move-referral.ts'
import { type Routed, type RouteKey, routeOf } from '../route.ts'
import { tellVirtualSchool } from '../submit-referral.ts'

/** The way the rules say now, when it is another than the one the case goes: something about the child became known. */
export async function otherRoute(
  { tx, now }: Pick<Doer, 'tx' | 'now'>,
  referral: { id: string; kind: string; status: string; route: string | null },
): Promise<Routed | undefined> {
  if (referral.kind !== 'school' || !['submitted', 'accepted'].includes(referral.status))
    return undefined
  const routed = routeOf(await factsFor(tx, [referral.id], now), referral.id)
  return routed.route === (referral.route as RouteKey | null) ? undefined : routed
}

/** Sends the case the way that the rules say now. Whose case it is stays: that was decided on the day it was sent. */
export async function takeOtherRoute(doer: Doer, referralId: string): Promise<void> {
  const { tx, now, audit } = doer
  const referral = await referralToChange(tx, referralId)
  const routed = await otherRoute(doer, referral)
  if (!routed) return
  await changeReferral(tx, referral, {
    route: routed.route,
    route_reason: `${routed.ownerReason} ${routed.reason}`,
    route_rule: [...new Set([routed.ownerRule, routed.rule])].join(', '),
    waiting_for: routed.waitingFor,
    waiting_since: now,
  })
  await recordCaseEvent(doer, referralId, 'routed', {
    route: routed.route,
    because: routed.reason,
    rules: [routed.rule],
  })
  if (routed.route === 'looked-after-own') await tellVirtualSchool(doer, referral)
  audit({
    event: 'referral.changed',
    subjectKind: 'referral',
    subjectId: referralId,
    childId: referral.child_id ?? undefined,
    detail: { route: routed.route },
  })
}

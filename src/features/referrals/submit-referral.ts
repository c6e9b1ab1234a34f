import { Refusal } from '#domain/refusal.ts'
import { evaluateReferrals, factsFor } from '#features/findings/index.ts'
import { teamOf } from '#features/organisations/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordCaseEvent } from './case-event.ts'
import { type Content, contentOf } from './form/content.ts'
import { referralForm } from './form/referral-form.query.ts'
import { unfinished } from './form/section-state.ts'
import { gateStop } from './gate/questions.ts'
import { moveReferral, referralToChange } from './move-referral.ts'
import { type Routed, routeOf } from './route.ts'
import { tellOrganisation } from './tell.ts'
import { sealVersion } from './versions.ts'

export const noPartnership =
  'We cannot tell which partnership is responsible for this child, so the referral was not sent. Nothing you wrote is lost. Check on the child’s page where the child is on roll, and ask your partnership’s co-ordinator whether your school’s membership is recorded.'

/**
 * Sends a referral: what was written is frozen, the rules say whose case it is and which way it goes, and the
 * responsible partnership is told, all in one transaction or not at all.
 * A Fair Access referral brings its own content; a school’s is read from its form.
 */
export async function submitReferral(
  doer: Doer,
  referralId: string,
  { content, partnership }: { content?: Content; partnership?: string | undefined } = {},
): Promise<Routed> {
  const { tx, me, now, audit } = doer
  const referral = await referralToChange(tx, referralId)
  const sent = content ?? (await finishedContent(doer, referralId))
  const routed = namedByAdmissions(
    routeOf(await factsFor(tx, [referralId], now), referralId),
    partnership,
  )
  if (!routed.partnership) throw new Refusal(noPartnership)
  const again = referral.status === 'returned'
  await moveReferral(tx, referral, 'submit', {
    ...ownership(routed, now),
    submitted_by: me.userId,
    submitted_at: now,
    first_looked_at: null,
    first_looked_by: null,
    first_response_at: null,
    ended_because: null,
  })
  const { number } = await sealVersion(doer, referralId, sent, again ? 'Sent again' : 'Sent')
  await recordCaseEvent(doer, referralId, 'submitted', { version: number, again })
  await recordCaseEvent(doer, referralId, 'routed', {
    route: routed.route,
    because: `${routed.ownerReason} ${routed.reason}`,
    rules: [routed.ownerRule, routed.rule],
  })
  await evaluateReferrals(doer, [referralId])
  await tellOrganisation(
    doer,
    { id: routed.partnership, kind: 'partnership' },
    'submitted',
    referral,
  )
  if (routed.route === 'looked-after-own') await tellVirtualSchool(doer, referral)
  audit({
    event: 'referral.submitted',
    subjectKind: 'referral',
    subjectId: referralId,
    childId: referral.child_id ?? undefined,
    detail: { version: number, route: routed.route, partnership: routed.partnership },
  })
  return routed
}

/** A child on no roll whose home area is not known, or may not be told: Admissions says which partnership it is. */
const namedByAdmissions = (routed: Routed, partnership: string | undefined): Routed =>
  partnership && routed.route === 'fair-access' && !routed.school
    ? {
        ...routed,
        partnership,
        ownerReason: 'The child is on no roll, and School Admissions named the partnership.',
        ownerRule: 'RTE-08',
      }
    : routed

/** The columns that say whose case it is and which way it goes. */
export const ownership = (routed: Routed, now: Date) => ({
  responsible_partnership_id: routed.partnership ?? null,
  route: routed.route,
  route_reason: `${routed.ownerReason} ${routed.reason}`,
  route_rule:
    routed.ownerRule === routed.rule ? routed.rule : `${routed.ownerRule}, ${routed.rule}`,
  waiting_for: routed.waitingFor,
  waiting_since: now,
})

async function finishedContent(doer: Doer, referralId: string): Promise<Content> {
  const form = await referralForm(doer, referralId)
  const stop = gateStop(form.referral)
  if (stop)
    throw new Refusal(
      stop === 'open'
        ? 'Answer the first questions about the child before you send the referral.'
        : stop.heading,
    )
  const missing = unfinished(form)
  if (missing.length > 0)
    throw new Refusal(
      `These parts are not finished: ${missing.map(({ title }) => title).join('; ')}. Nothing you wrote is lost.`,
    )
  return contentOf(form)
}

/** The Virtual School leads on a child of this authority. It may read the child’s record, not the referral. */
export async function tellVirtualSchool(
  doer: Doer,
  referral: { id: string; reference: number; child_id: string | null },
) {
  const team = await teamOf(doer.tx, 'virtual-school')
  if (team)
    await tellOrganisation(
      doer,
      { id: team.id, kind: 'team' },
      'looked after',
      referral,
      `/children/${referral.child_id}`,
    )
}

import { Refusal } from '#domain/refusal.ts'
import { reevaluate } from '#features/findings/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordCaseEvent } from './case-event.ts'
import { contentOf, differences } from './form/content.ts'
import { referralForm } from './form/referral-form.query.ts'
import { refuseClosed } from './form/save-section.ts'
import { changeReferral } from './move-referral.ts'
import { tellOrganisation } from './tell.ts'
import { sealVersion, versionsOf } from './versions.ts'

/** What the school has changed since it last sent, question by question. */
export async function unsentChanges(doer: Pick<Doer, 'tx' | 'me' | 'today'>, referralId: string) {
  const form = await referralForm(doer, referralId)
  const [last] = await versionsOf(doer.tx, referralId)
  const content = contentOf(form)
  return { form, content, last, changes: last ? differences(last.content, content) : [] }
}

/** Sends what was changed since: a new version, with who, when and why, and every change from and to. */
export async function amendReferral(
  doer: Doer,
  referralId: string,
  reason: string,
): Promise<number> {
  const { form, content, changes } = await unsentChanges(doer, referralId)
  const { referral } = form
  refuseClosed(referral.status)
  if (['draft', 'returned'].includes(referral.status))
    throw new Refusal('This referral is not with the partnership. Send it, instead of its changes.')
  if (changes.length === 0) throw new Refusal('Nothing has changed since you sent it.')
  // Takes its turn: of two people who send changes at once, the second is told to look again.
  await changeReferral(doer.tx, referral, { waiting_since: referral.waiting_since })
  const { number } = await sealVersion(doer, referralId, content, reason)
  await recordCaseEvent(doer, referralId, 'amended', { version: number, because: reason, changes })
  await reevaluate(doer, [referralId])
  if (referral.responsible_partnership_id)
    await tellOrganisation(
      doer,
      { id: referral.responsible_partnership_id, kind: 'partnership' },
      'amended',
      referral,
    )
  doer.audit({
    event: 'referral.amended',
    subjectKind: 'referral',
    subjectId: referralId,
    childId: referral.child_id ?? undefined,
    detail: { version: number, changes: changes.length },
  })
  return number
}

import type { Decision } from '../world/rows.ts'
import {
  type Asking,
  assignedToMe,
  atSchool,
  iAm,
  inMyPack,
  inOurPartnership,
  isSent,
  mine,
  onOurRoll,
  ours,
  releasedToUs,
} from './asking.ts'

/** Rows 8 and 9: may this referral be read? */
export function mayReadReferral(asking: Asking, id: string | null): boolean {
  const referral = asking.find.byId('referral', id)
  if (!referral) return false
  // SCH, DSL [k2 or k10]; the school that is to receive the child [k14].
  if (atSchool(asking))
    return isOurSchoolsCase(asking, referral.id) || releasedToUs(asking, referral.id)
  if (iAm(asking, 'coordinator')) return inOurPartnership(asking, referral)
  if (iAm(asking, 'support-worker')) return assignedToMe(asking, referral)
  if (iAm(asking, 'admissions'))
    return (
      referral.kind === 'fair-access' &&
      (isSent(referral) || ours(asking, referral.referring_organisation_id))
    )
  return false
}

/** k10 or k2: we wrote it, or it is a school's referral of a child on our roll. Not: it was released to us. */
export function isOurSchoolsCase(asking: Asking, id: string): boolean {
  const referral = asking.find.byId('referral', id)
  if (!referral || !atSchool(asking)) return false
  if (ours(asking, referral.referring_organisation_id)) return true
  return (
    referral.kind === 'school' &&
    isSent(referral) &&
    referral.child_id !== null &&
    onOurRoll(asking, referral.child_id)
  )
}

/** Row 11: the partnership's own people, invited schools, Admissions for Fair Access. */
export function mayReadMeeting(asking: Asking, id: string | null): boolean {
  const { find } = asking
  const meeting = find.byId('meeting', id)
  if (!meeting) return false
  if (iAm(asking, 'coordinator', 'chair', 'support-worker'))
    return ours(asking, meeting.partnership_id)
  if (iAm(asking, 'panel-member', 'school-referrer', 'school-dsl'))
    return find
      .of('invitation', 'meeting_id', meeting.id)
      .some(each => !each.withdrawn_at && ours(asking, each.school_id))
  return (
    iAm(asking, 'admissions') &&
    find
      .of('agenda_item', 'meeting_id', meeting.id)
      .some(
        item =>
          item.status !== 'withdrawn' &&
          find.byId('referral', item.referral_id)?.kind === 'fair-access',
      )
  )
}

/** Row 12: an item of the agenda, to those who run the meeting, who may read its papers, or whose case it is. */
export function mayReadItem(asking: Asking, id: string | null): boolean {
  const item = asking.find.byId('agenda_item', id)
  if (!item) return false
  if (iAm(asking, 'coordinator', 'support-worker') && mayReadMeeting(asking, item.meeting_id))
    return true
  return inMyPack(asking, item) || mayReadReferral(asking, item.referral_id)
}

/** Row 12: the papers. Members only the newest, in its window; the co-ordinator who makes them, every version. */
export function mayReadPackItem(
  asking: Asking,
  { pack_id, agenda_item_id }: { pack_id: string; agenda_item_id: string },
): boolean {
  const { find } = asking
  const item = find.byId('agenda_item', agenda_item_id)
  const pack = find.byId('pack', pack_id)
  if (!item || !pack) return false
  if (iAm(asking, 'coordinator') && mayReadMeeting(asking, item.meeting_id)) return true
  return !pack.superseded_at && !pack.recalled_at && inMyPack(asking, item)
}

/** Row 13: what was not issued stays with those who run the case or sat on the panel. */
export function mayReadDecision(asking: Asking, decision: Decision): boolean {
  const item = asking.find.byId('agenda_item', decision.agenda_item_id)
  if (item && inMyPack(asking, item)) return true
  if (!mayReadReferral(asking, decision.referral_id)) return false
  return decision.issued_at !== null || iAm(asking, 'coordinator', 'support-worker')
}

/** Interests are for the member, for the member's school when it is the school's own, and for who runs the meeting. */
export const mayReadInterest = (
  asking: Asking,
  each: { agenda_item_id: string; user_id: string | null; school_id: string | null },
): boolean =>
  mine(asking, each.user_id) ||
  (each.user_id === null && ours(asking, each.school_id)) ||
  (iAm(asking, 'coordinator', 'chair') && mayReadItem(asking, each.agenda_item_id))

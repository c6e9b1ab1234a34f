import { allowed } from './allowed.ts'
import { atSchool, iAm, inMyPack, mine, ours, steppedBack } from './asking.ts'
import { mayReadItem, mayReadMeeting } from './cases.ts'
import { mayReadAbout } from './children.ts'
import { keepsSubject } from './provision/moves.ts'
import { mayRunPlacement } from './provision/placements.ts'
import { assuresQuality, keepsProvider } from './provision/providers.ts'
import {
  atTheMeeting,
  chairsItem,
  coordinates,
  type Rules,
  readsCase,
  readsMeeting,
  runs,
  runsPanels,
  signed,
  wroteReferral,
} from './writers.ts'

/** May a request add this row: referrals, cases and panels? (C of the matrix, and S where sending is adding.) */
export const mayAddToCases: Rules = {
  referral: (asking, each) =>
    each.status === 'draft' &&
    ours(asking, each.referring_organisation_id) &&
    signed(asking, each, 'started_by') &&
    (each.kind === 'school' ? atSchool(asking) : iAm(asking, 'admissions')) &&
    (each.child_id === null || mayReadAbout(asking, 'identity', each.child_id)),
  fair_access_case: (asking, each) => iAm(asking, 'admissions') && readsCase(asking, each),
  response_step: wroteReferral,
  attendance_summary: wroteReferral,
  risk: wroteReferral,
  referral_version: (asking, each) =>
    wroteReferral(asking, each) && mine(asking, String(each['made_by'])),
  case_event: (asking, each) =>
    mine(asking, String(each['by_user'])) &&
    ours(asking, String(each['by_organisation'])) &&
    (readsCase(asking, each) ||
      asking.find
        .of('agenda_item', 'referral_id', each.referral_id)
        .some(item => inMyPack(asking, item))),
  information_request: (asking, each) =>
    iAm(asking, 'coordinator', 'support-worker', 'admissions') &&
    readsCase(asking, each) &&
    signed(asking, each, 'asked_by'),
  case_note: (asking, each) =>
    iAm(asking, 'coordinator', 'support-worker') &&
    readsCase(asking, each) &&
    ours(asking, each.by_organisation) &&
    mine(asking, String(each['written_by'])),
  case_message: (asking, each) => {
    const referral = asking.find.byId('referral', each.referral_id)
    const ends = [each.from_organisation_id, each.to_organisation_id]
    return (
      readsCase(asking, each) &&
      ours(asking, each.from_organisation_id) &&
      mine(asking, String(each['sent_by'])) &&
      !each['read_at'] &&
      ends.includes(referral?.referring_organisation_id ?? '') &&
      ends.includes(referral?.responsible_partnership_id ?? '')
    )
  },
  responsibility_dispute: (asking, each) =>
    iAm(asking, 'coordinator') && ours(asking, each.raised_by_id) && readsCase(asking, each),
  responsibility_message: (asking, each) => {
    const dispute = asking.find.byId('responsibility_dispute', each.dispute_id)
    return (
      iAm(asking, 'coordinator') &&
      ours(asking, each.by_organisation) &&
      signed(asking, each, 'by_user') &&
      dispute !== undefined &&
      allowed(asking, 'responsibility_dispute', dispute)
    )
  },
  file: (asking, each) => {
    const item = asking.find.byId('evidence_item', each.evidence_id)
    const visit = asking.find.byId('visit', each.visit_id)
    const begins = ['received', 'not scanned'].includes(each.state)
    return (
      ours(asking, each.by_organisation) &&
      mine(asking, String(each['uploaded_by'])) &&
      begins &&
      ((item !== undefined && !item.superseded_at && keepsProvider(asking, item.provider_id)) ||
        (visit?.status === 'draft' &&
          each.referral_id === null &&
          !each.evidence_id &&
          ours(asking, visit.commissioner_id) &&
          assuresQuality(asking)) ||
        readsCase(asking, each))
    )
  },
  case_assignment: (asking, each) =>
    iAm(asking, 'coordinator') && readsCase(asking, each) && signed(asking, each, 'given_by'),
  finding: (asking, each) =>
    readsCase(asking, each) ||
    mayRunPlacement(asking, each.placement_id) ||
    (each.referral_id === null &&
      !each.placement_id &&
      !each.provider_id &&
      keepsSubject(asking, each)),
  panel_cycle: runsPanels,
  meeting: (asking, each) => runsPanels(asking, each) && signed(asking, each, 'made_by'),
  invitation: (asking, each) => atTheMeeting(asking, each) && signed(asking, each, 'sent_by'),
  meeting_attendance: (asking, each) =>
    atTheMeeting(asking, each) && signed(asking, each, 'recorded_by'),
  agenda_item: (asking, each) =>
    coordinates(asking, each) && readsCase(asking, each) && signed(asking, each, 'listed_by'),
  pack: (asking, each) => coordinates(asking, each) && signed(asking, each, 'released_by'),
  pack_item: (asking, each) => {
    const pack = asking.find.byId('pack', each.pack_id)
    const item = asking.find.byId('agenda_item', each.agenda_item_id)
    return pack !== undefined && item?.meeting_id === pack.meeting_id && coordinates(asking, pack)
  },
  pack_reading: (asking, each) =>
    mine(asking, each.user_id) &&
    mayReadMeeting(asking, asking.find.byId('pack', each.pack_id)?.meeting_id ?? null),
  interest: (asking, each) =>
    (iAm(asking, 'coordinator', 'chair') || mine(asking, each.user_id)) &&
    mayReadItem(asking, each.agenda_item_id) &&
    signed(asking, each, 'recorded_by'),
  decision: (asking, each) =>
    ((iAm(asking, 'coordinator') && readsCase(asking, each)) ||
      chairsItem(asking, each.agenda_item_id)) &&
    !(each.agenda_item_id !== null && steppedBack(asking, { id: each.agenda_item_id })) &&
    each.status === 'recorded' &&
    each.issued_at === null &&
    !each['ratified_at'] &&
    signed(asking, each, 'recorded_by'),
  decision_action: (asking, each) =>
    iAm(asking, 'coordinator', 'chair') &&
    signed(asking, each, 'made_by') &&
    (each.meeting_id === null || readsMeeting(asking, each)) &&
    (each.referral_id === null ||
      readsCase(asking, each) ||
      asking.find
        .of('agenda_item', 'referral_id', each.referral_id)
        .some(item => item.meeting_id === each.meeting_id && mayReadItem(asking, item.id))),
  notice_template: (asking, each) =>
    (iAm(asking, 'coordinator', 'data-steward') || runs(asking)) &&
    signed(asking, each, 'changed_by'),
  notice: (asking, each) =>
    iAm(asking, 'coordinator', 'chair', 'admissions') &&
    readsCase(asking, each) &&
    signed(asking, each, 'sent_by'),
  on_roll_check: (asking, each) => iAm(asking, 'coordinator') && readsCase(asking, each),
  calendar_feed: (asking, each) =>
    mine(asking, each.user_id) && asking.me?.membershipId === each.membership_id,
  import_batch: (asking, each) =>
    atSchool(asking) && ours(asking, each.organisation_id) && signed(asking, each, 'made_by'),
  import_row: (asking, each) => allowed(asking, 'import_row', each),
  import_write: (asking, each) => allowed(asking, 'import_write', each),
}

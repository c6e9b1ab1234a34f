import { allowed, isForgotten } from './allowed.ts'
import {
  atSchool,
  iAm,
  inOurPartnership,
  mine,
  officerRole,
  ours,
  writesGuidance,
} from './asking.ts'
import { mayReadItem } from './cases.ts'
import { mayReadAbout } from './children.ts'
import { mayChangeProvision, mayRemoveProvision } from './provision/may-change.ts'
import { keepsSubject } from './provision/moves.ts'
import { mayRunPlacement } from './provision/placements.ts'
import { assuresQuality, keepsProvider, worksFor } from './provision/providers.ts'
import {
  about,
  administers,
  atTheMeeting,
  chairsItem,
  coordinates,
  givesMemberships,
  hasNobody,
  keepsCalendar,
  ownOrSigningIn,
  ownSetting,
  type Rules,
  readsCase,
  readsMeeting,
  runs,
  runsPanels,
  school,
  wroteReferral,
} from './writers.ts'

/** May a request change this row at all? Which part of it, and into what, is tried one by one beside this. (U) */
export const mayChange: Rules = {
  ...mayChangeProvision,
  organisation: (asking, { id, kind }) =>
    runs(asking) ||
    (asking.me?.administrator === true && ours(asking, id)) ||
    (iAm(asking, 'coordinator', 'quality-assurance') &&
      kind === 'provider' &&
      hasNobody(asking, id)),
  user_account: (asking, { id }) =>
    mine(asking, id) || asking.purpose === 'sign-in' || administers(asking, id),
  membership: givesMemberships,
  session: (asking, each) =>
    mine(asking, each.user_id) || asking.purpose === 'sign-in' || asking.purpose === 'demo',
  passkey: ownOrSigningIn,
  recovery_code: ownOrSigningIn,
  one_time_link: (asking, each) =>
    asking.purpose === 'sign-in' || administers(asking, each.user_id),
  sign_in_attempt: ({ purpose }) => purpose === 'sign-in',
  challenge: ownOrSigningIn,
  form_key: (asking, each) => mine(asking, each.user_id),
  factor_reset: (asking, each) => administers(asking, each.user_id),
  setting: ownSetting,
  message: (asking, each) =>
    iAm(asking, 'data-steward') ||
    (asking.me?.administrator === true && ours(asking, each.from_organisation_id)),
  school: (asking, each) =>
    runs(asking) ||
    (asking.me?.administrator === true && ours(asking, String(each['organisation_id']))),
  partnership: (asking, each) =>
    runs(asking) ||
    (ours(asking, String(each['organisation_id'])) &&
      (iAm(asking, 'coordinator') || asking.me?.administrator === true)),
  partnership_member: runs,
  provider: (asking, each) => {
    const id = String(each['organisation_id'])
    return (
      runs(asking) ||
      (ours(asking, id) &&
        (iAm(asking, 'provider-manager') || asking.me?.administrator === true)) ||
      (iAm(asking, 'coordinator', 'quality-assurance') && hasNobody(asking, id))
    )
  },
  term: keepsCalendar,
  closure: keepsCalendar,
  bank_holiday: runs,
  postcode_authority: runs,
  gias_import: (asking, each) => runs(asking) && each['state'] === 'uploaded',
  child: (asking, { id }) =>
    iAm(asking, ...school, 'coordinator', 'admissions') && mayReadAbout(asking, 'contacts', id),
  enrolment: (asking, each) =>
    mayReadAbout(asking, 'education', each.child_id) &&
    ((atSchool(asking) && ours(asking, each.school_id)) ||
      iAm(asking, 'admissions', 'coordinator')),
  child_address: about('contacts', ...school, 'coordinator', 'admissions'),
  contact: about('contacts', ...school, 'coordinator', 'admissions'),
  special_needs: about('special needs', ...school, 'sena', 'admissions'),
  top_up: about('special needs', ...school, 'sena'),
  care_status: about('care', ...school, 'virtual-school', 'admissions'),
  agency_involvement: about('care', ...school, 'virtual-school'),
  admission: about('education', ...school, 'admissions'),
  exclusion: (asking, each) =>
    about('education', ...school)(asking, each) && ours(asking, each.school_id),
  protected_location: about('contacts', 'school-dsl'),
  protected_notice: about('contacts', 'school-dsl'),
  possible_duplicate: (asking, each) => allowed(asking, 'possible_duplicate', each),
  proposed_change: (asking, each) =>
    each.outcome === null &&
    mayReadAbout(asking, 'contacts', each.child_id) &&
    (each.other_child_id === null || mayReadAbout(asking, 'contacts', each.other_child_id)) &&
    (mine(asking, each.proposed_by) ||
      iAm(asking, 'coordinator') ||
      // Two records may be joined by the safeguarding lead or Admissions too, who see both (D6).
      (each.kind === 'merge' && iAm(asking, 'school-dsl', 'admissions')) ||
      (ours(asking, each.proposed_by_organisation_id) && iAm(asking, ...school, 'admissions'))),
  child_lookup: (asking, each) => allowed(asking, 'child_lookup', each),
  referral: (asking, each) =>
    (iAm(asking, ...school, 'admissions') && ours(asking, each.referring_organisation_id)) ||
    (iAm(asking, 'coordinator') && inOurPartnership(asking, each)),
  fair_access_case: (asking, each) =>
    iAm(asking, 'admissions', 'coordinator') && readsCase(asking, each),
  response_step: wroteReferral,
  attendance_summary: wroteReferral,
  risk: wroteReferral,
  information_request: (asking, each) =>
    readsCase(asking, each) &&
    !each['answered_at'] &&
    (ours(asking, each.asked_of_organisation_id) || iAm(asking, 'coordinator')),
  case_message: (asking, each) => ours(asking, each.to_organisation_id) && readsCase(asking, each),
  responsibility_dispute: (asking, each) =>
    iAm(asking, 'coordinator') && (ours(asking, each.raised_by_id) || ours(asking, each.with_id)),
  file: (asking, each) => {
    const item = asking.find.byId('evidence_item', each.evidence_id)
    const visit = asking.find.byId('visit', each.visit_id)
    return (
      ours(asking, each.by_organisation) &&
      (item
        ? keepsProvider(asking, item.provider_id)
        : visit
          ? visit.status === 'draft' &&
            ours(asking, visit.commissioner_id) &&
            assuresQuality(asking)
          : readsCase(asking, each))
    )
  },
  case_assignment: (asking, each) => iAm(asking, 'coordinator') && readsCase(asking, each),
  finding: (asking, each) =>
    readsCase(asking, each) ||
    (each.child_id !== null && mayReadAbout(asking, 'education', each.child_id)) ||
    mayRunPlacement(asking, each.placement_id) ||
    // Row 19: the quality team accepts what is found about a provider, unless they work there (k12).
    (iAm(asking, 'quality-assurance') &&
      each.child_id === null &&
      typeof each.provider_id === 'string' &&
      !worksFor(asking, each.provider_id)) ||
    keepsSubject(asking, { ...each, child_id: undefined }),
  panel_cycle: runsPanels,
  meeting: runsPanels,
  invitation: (asking, each) =>
    (ours(asking, each.school_id) &&
      !each.withdrawn_at &&
      iAm(asking, ...school, 'panel-member')) ||
    atTheMeeting(asking, each),
  meeting_attendance: atTheMeeting,
  agenda_item: (asking, each) => coordinates(asking, each) || chairsItem(asking, each.id),
  pack: coordinates,
  interest: (asking, each) =>
    iAm(asking, 'coordinator') &&
    !mine(asking, each.user_id) &&
    mayReadItem(asking, each.agenda_item_id),
  decision: (asking, each) => iAm(asking, 'coordinator') && readsCase(asking, each),
  decision_action: (asking, each) =>
    ours(asking, each.owner_organisation_id) ||
    mine(asking, each.owner_user_id) ||
    (iAm(asking, 'coordinator') && (readsCase(asking, each) || readsMeeting(asking, each))),
  notice: (asking, each) => ours(asking, each.to_organisation_id),
  on_roll_check: (asking, each) =>
    (iAm(asking, 'coordinator', 'admissions') && readsCase(asking, each)) ||
    (atSchool(asking) && ours(asking, each.school_id)),
  calendar_feed: (asking, each) => mine(asking, each.user_id),
  import_batch: (asking, each) => allowed(asking, 'import_batch', each),
  import_row: (asking, each) => allowed(asking, 'import_row', each),
  article: (asking, each) =>
    runs(asking) || (mine(asking, each.owner_id) && writesGuidance(asking)),
  guidance_topic: runs,
  guidance_step: runs,
  rule_parameter: (asking, each) => runs(asking) && !each.made_at && !each['discarded_at'],
  question: (asking, each) => each.routed_role === officerRole(asking),
}

/** May a request take this row away? Hardly anything is: what people recorded is ended or corrected, never removed. (D) */
export const mayRemove: Rules = {
  ...mayRemoveProvision,
  passkey: (asking, each) => mine(asking, each.user_id),
  recovery_code: ownOrSigningIn,
  challenge: ownOrSigningIn,
  sign_in_attempt: ({ purpose }) => purpose === 'sign-in',
  form_key: (asking, each) =>
    mine(asking, each.user_id) || isForgotten(asking, each, 'created_at', 30),
  session: (asking, each) => isForgotten(asking, each, 'started_at', 184),
  one_time_link: (asking, each) => isForgotten(asking, each, 'expires_at', 731),
  guidance_topic: runs,
  guidance_step: runs,
  partnership_member: runs,
  term: keepsCalendar,
  closure: keepsCalendar,
  bank_holiday: runs,
  postcode_authority: runs,
  gias_row: runs,
  protected_notice: about('contacts', 'school-dsl'),
  child_lookup: (asking, each) => allowed(asking, 'child_lookup', each),
  response_step: wroteReferral,
  attendance_summary: wroteReferral,
  risk: wroteReferral,
  import_row: (asking, each) => allowed(asking, 'import_row', each),
}

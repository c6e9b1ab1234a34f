import type { Role } from '#domain/permissions.ts'
import type { RowOf, Table } from '../world/world.ts'
import { allowed } from './allowed.ts'
import {
  type Asking,
  atSchool,
  iAm,
  inMyPack,
  inOurPartnership,
  mine,
  ours,
  runsTheAuthority,
} from './asking.ts'
import { mayReadItem, mayReadMeeting, mayReadReferral } from './cases.ts'
import { type About, mayReadAbout } from './children.ts'

type Rule<T extends Table> = (asking: Asking, row: RowOf<T>) => boolean
type Rules = { readonly [T in Table]?: Rule<T> }

/** What the rest of this file is made of: who has the matrix's C, U and D on a row that they may know of. */
const never = () => false
const runs = (asking: Asking) => runsTheAuthority(asking)
const school: readonly Role[] = ['school-referrer', 'school-dsl']
const about =
  (what: About, ...roles: readonly Role[]) =>
  (asking: Asking, { child_id }: { child_id: string }) =>
    iAm(asking, ...roles) && mayReadAbout(asking, what, child_id)
const readsCase = (asking: Asking, { referral_id }: { referral_id: string | null }) =>
  mayReadReferral(asking, referral_id)
const readsMeeting = (asking: Asking, { meeting_id }: { meeting_id: string | null }) =>
  mayReadMeeting(asking, meeting_id)
const signed = (asking: Asking, row: object, column: string) => {
  const name = (row as Record<string, unknown>)[column]
  return name === null || name === undefined || mine(asking, String(name))
}
const kindOf = (asking: Asking, id: unknown) => asking.find.byId('organisation', String(id))?.kind
const wroteReferral = (asking: Asking, { referral_id }: { referral_id: string | null }) =>
  iAm(asking, ...school, 'admissions') &&
  mayReadReferral(asking, referral_id) &&
  ours(asking, asking.find.byId('referral', referral_id)?.referring_organisation_id)
const ownOrSigningIn = (asking: Asking, { user_id }: { user_id: string | null }) =>
  mine(asking, user_id) || asking.purpose === 'sign-in'
const keepsCalendar = (asking: Asking, row: object) => {
  const place = (row as { school_id?: string | null }).school_id
  return (
    runs(asking) ||
    (asking.me?.administrator === true &&
      asking.me.organisationKind === 'school' &&
      ours(asking, place))
  )
}
const runsPanels = (asking: Asking, each: { partnership_id: string }) =>
  iAm(asking, 'coordinator', 'chair') && ours(asking, each.partnership_id)
const atTheMeeting = (asking: Asking, each: { meeting_id: string }) =>
  iAm(asking, 'coordinator', 'chair') && readsMeeting(asking, each)
const coordinates = (asking: Asking, each: { meeting_id: string }) =>
  iAm(asking, 'coordinator') && readsMeeting(asking, each)
const chairsItem = (asking: Asking, id: string | null) => {
  const item = asking.find.byId('agenda_item', id)
  return item !== undefined && iAm(asking, 'chair') && inMyPack(asking, item)
}
const administers = (asking: Asking, user: string) =>
  !mine(asking, user) &&
  (iAm(asking, 'data-steward') ||
    (asking.me?.administrator === true &&
      asking.find
        .of('membership', 'user_id', user)
        .some(each => ours(asking, each.organisation_id))))
const hasNobody = (asking: Asking, organisation: string) =>
  asking.find.of('membership', 'organisation_id', organisation).length === 0
const ownSetting = (asking: Asking, { key }: { key: string }) =>
  (asking.me?.administrator === true &&
    ['authority', 'team'].includes(asking.me.organisationKind ?? '')) ||
  (runs(asking) && ['authority', 'postcodes'].includes(key))

const rolesOf: Readonly<Record<string, readonly Role[]>> = {
  school: [...school, 'panel-member'],
  partnership: ['coordinator', 'support-worker', 'chair', 'finance'],
  provider: ['provider-manager', 'provider-tutor', 'provider-dsl'],
  authority: ['data-steward', 'data-protection-officer', 'quality-assurance', 'finance'],
  admissions: ['admissions', 'data-steward'],
  sena: ['sena', 'data-steward'],
  'virtual-school': ['virtual-school', 'data-steward'],
  finance: ['finance', 'data-steward'],
  'quality-assurance': ['quality-assurance', 'data-steward'],
  'data-protection': ['data-protection-officer', 'data-steward'],
}
const roleFits = (asking: Asking, role: Role, id: string) => {
  const organisation = asking.find.byId('organisation', id)
  const roles = rolesOf[organisation?.team ?? organisation?.kind ?? ''] ?? []
  return roles.includes(role)
}
const givesMemberships: Rule<'membership'> = (asking, each) =>
  !mine(asking, each.user_id) &&
  (iAm(asking, 'data-steward') ||
    (asking.me?.administrator === true &&
      ours(asking, each.organisation_id) &&
      each.role !== 'data-steward'))

/** May a request add this row? (C of the matrix, and S where sending is adding.) */
export const mayAdd: Rules = {
  organisation: (asking, { kind }) =>
    (runs(asking) && kind !== 'authority') ||
    (iAm(asking, 'coordinator', 'quality-assurance') && kind === 'provider'),
  user_account: asking => asking.me?.administrator === true || iAm(asking, 'data-steward'),
  membership: (asking, each) =>
    givesMemberships(asking, each) &&
    roleFits(asking, each.role, each.organisation_id) &&
    signed(asking, each, 'given_by'),
  session: ({ purpose }) => purpose === 'sign-in' || purpose === 'demo',
  passkey: (asking, each) => mine(asking, each.user_id),
  recovery_code: ownOrSigningIn,
  one_time_link: (asking, each) =>
    asking.purpose === 'sign-in' ||
    (each.kind === 'invitation' && administers(asking, each.user_id)),
  sign_in_attempt: ({ purpose }) => purpose === 'sign-in',
  challenge: ownOrSigningIn,
  form_key: (asking, each) => mine(asking, each.user_id),
  factor_reset: (asking, each) => mine(asking, each.asked_by) && administers(asking, each.user_id),
  setting: ownSetting,
  message: (asking, each) =>
    (asking.me !== undefined || asking.purpose === 'sign-in') &&
    (each.from_organisation_id === null || ours(asking, each.from_organisation_id)),
  school: (asking, each) => runs(asking) && kindOf(asking, each['organisation_id']) === 'school',
  partnership: (asking, each) =>
    runs(asking) && kindOf(asking, each['organisation_id']) === 'partnership',
  partnership_member: (asking, each) => runs(asking) && mine(asking, String(each['recorded_by'])),
  partnership_member_change: (asking, each) =>
    runs(asking) && mine(asking, String(each['changed_by'])),
  provider: (asking, each) =>
    (runs(asking) || iAm(asking, 'coordinator', 'quality-assurance')) &&
    kindOf(asking, each['organisation_id']) === 'provider',
  term: keepsCalendar,
  closure: keepsCalendar,
  bank_holiday: runs,
  postcode_authority: runs,
  gias_import: (asking, each) =>
    runs(asking) && each['state'] === 'uploaded' && mine(asking, String(each['uploaded_by'])),
  gias_row: (asking, each) =>
    runs(asking) &&
    asking.find.byId('gias_import', String(each['import_id']))?.['state'] === 'uploaded',
  child: (asking, each) =>
    iAm(asking, ...school, 'admissions', 'coordinator') &&
    ours(asking, each.created_by_organisation_id) &&
    signed(asking, each, 'created_by'),
  // A school writes its own roll, of a child it knows by name; Admissions and the co-ordinator write any school's.
  enrolment: (asking, each) =>
    signed(asking, each, 'recorded_by') &&
    ((atSchool(asking) &&
      ours(asking, each.school_id) &&
      mayReadAbout(asking, 'identity', each.child_id)) ||
      (iAm(asking, 'admissions', 'coordinator') &&
        mayReadAbout(asking, 'education', each.child_id))),
  child_address: (asking, each) =>
    signed(asking, each, 'recorded_by') &&
    about('contacts', ...school, 'coordinator', 'admissions')(asking, each),
  contact: (asking, each) =>
    signed(asking, each, 'recorded_by') &&
    about('contacts', ...school, 'coordinator', 'admissions')(asking, each),
  special_needs: (asking, each) =>
    signed(asking, each, 'recorded_by') &&
    about('special needs', ...school, 'sena', 'admissions')(asking, each),
  top_up: (asking, each) =>
    signed(asking, each, 'recorded_by') && about('special needs', ...school, 'sena')(asking, each),
  care_status: (asking, each) =>
    signed(asking, each, 'recorded_by') &&
    about('care', ...school, 'virtual-school', 'admissions')(asking, each),
  agency_involvement: (asking, each) =>
    signed(asking, each, 'recorded_by') && about('care', ...school, 'virtual-school')(asking, each),
  admission: (asking, each) =>
    signed(asking, each, 'recorded_by') &&
    about('education', ...school, 'admissions')(asking, each),
  exclusion: (asking, each) =>
    signed(asking, each, 'recorded_by') &&
    about('education', ...school)(asking, each) &&
    ours(asking, each.school_id),
  protected_location: (asking, each) =>
    about('contacts', 'school-dsl')(asking, each) &&
    ours(asking, each.holder_organisation_id) &&
    mine(asking, String(each['recorded_by'])),
  protected_notice: (asking, each) =>
    about('contacts', 'school-dsl')(asking, each) && ours(asking, each.holder_organisation_id),
  correction: (asking, each) =>
    mine(asking, each.corrected_by) && mayReadAbout(asking, each.about, each.child_id),
  proposed_change: (asking, each) =>
    mine(asking, each.proposed_by) &&
    ours(asking, each.proposed_by_organisation_id) &&
    each.outcome === null &&
    about('contacts', ...school, 'coordinator', 'admissions')(asking, each) &&
    (each.kind !== 'merge' ||
      (each.other_child_id !== null &&
        about('contacts', 'coordinator')(asking, { child_id: each.other_child_id }))),
  child_lookup: (asking, each) =>
    mine(asking, each.user_id) && asking.me?.membershipId === each.membership_id,
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
  file: (asking, each) =>
    readsCase(asking, each) &&
    ours(asking, each.by_organisation) &&
    mine(asking, String(each['uploaded_by'])) &&
    ['received', 'not scanned'].includes(each.state),
  case_assignment: (asking, each) =>
    iAm(asking, 'coordinator') && readsCase(asking, each) && signed(asking, each, 'given_by'),
  finding: readsCase,
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
    !(each.agenda_item_id !== null && steppedBackFrom(asking, each.agenda_item_id)) &&
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
}

const steppedBackFrom = (asking: Asking, item: string) =>
  asking.find
    .of('interest', 'agenda_item_id', item)
    .some(
      each =>
        each.recused &&
        !each.ended_at &&
        (mine(asking, each.user_id) || (each.user_id === null && ours(asking, each.school_id))),
    )

/** May a request change this row at all? Which part of it, and into what, is tried one by one beside this. (U) */
export const mayChange: Rules = {
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
  file: (asking, each) => readsCase(asking, each) && ours(asking, each.by_organisation),
  case_assignment: (asking, each) => iAm(asking, 'coordinator') && readsCase(asking, each),
  finding: (asking, each) =>
    readsCase(asking, each) ||
    (each.child_id !== null && mayReadAbout(asking, 'education', each.child_id)),
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
}

/** May a request take this row away? Hardly anything is: what people recorded is ended or corrected, never removed. (D) */
export const mayRemove: Rules = {
  passkey: (asking, each) => mine(asking, each.user_id),
  recovery_code: ownOrSigningIn,
  challenge: ownOrSigningIn,
  sign_in_attempt: ({ purpose }) => purpose === 'sign-in',
  form_key: (asking, each) => mine(asking, each.user_id),
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
  audit_entry: never,
}

import { type Asking, atSchool, iAm, mine, ours, writesGuidance } from './asking.ts'
import { mayReadReferral } from './cases.ts'
import { mayReadAbout } from './children.ts'
import {
  about,
  administers,
  givesMemberships,
  keepsCalendar,
  kindOf,
  ownOrSigningIn,
  ownSetting,
  type Rules,
  roleFits,
  runs,
  school,
  signed,
} from './writers.ts'

/** The authority says which school is in which partnership. */
const joins = (asking: Asking, row: object) => {
  const { partnership_id, school_id } = row as { partnership_id?: string; school_id?: string }
  return (
    runs(asking) &&
    kindOf(asking, partnership_id) === 'partnership' &&
    kindOf(asking, school_id) === 'school'
  )
}

/** A calendar is the authority's or a school's. */
const ofASchool = (asking: Asking, row: object) => {
  const { school_id } = row as { school_id?: string | null }
  return keepsCalendar(asking, row) && (!school_id || kindOf(asking, school_id) === 'school')
}

/** May a request add this row: people, the authority's lists, and children? (C of the matrix.) */
export const mayAddToRecords: Rules = {
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
  factor_reset: (asking, each) =>
    mine(asking, each.asked_by) &&
    administers(asking, each.user_id) &&
    !each['confirmed_by'] &&
    !each['confirmed_at'],
  setting: ownSetting,
  message: (asking, each) =>
    (asking.me !== undefined || asking.purpose === 'sign-in') &&
    (each.from_organisation_id === null || ours(asking, each.from_organisation_id)),
  school: (asking, each) => runs(asking) && kindOf(asking, each['organisation_id']) === 'school',
  partnership: (asking, each) =>
    runs(asking) && kindOf(asking, each['organisation_id']) === 'partnership',
  partnership_member: (asking, each) =>
    joins(asking, each) && mine(asking, String(each['recorded_by'])),
  partnership_member_change: (asking, each) =>
    joins(asking, each) && mine(asking, String(each['changed_by'])),
  provider: (asking, each) =>
    (runs(asking) || iAm(asking, 'coordinator', 'quality-assurance')) &&
    kindOf(asking, each['organisation_id']) === 'provider',
  term: ofASchool,
  closure: ofASchool,
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
  article: (asking, each) =>
    runs(asking) ||
    (each.kind === 'answer' && mine(asking, each.owner_id) && writesGuidance(asking)),
  article_version: (asking, each) => {
    const article = asking.find.byId('article', each.article_id)
    return (
      mine(asking, String(each['changed_by'])) &&
      (runs(asking) || (mine(asking, article?.owner_id) && writesGuidance(asking)))
    )
  },
  guidance_topic: runs,
  guidance_step: runs,
  rule_parameter: (asking, each) =>
    runs(asking) &&
    mine(asking, String(each['proposed_by'])) &&
    !each.made_at &&
    !each['previewed_at'] &&
    !each['preview'] &&
    !each['discarded_at'],
  rule_reading: (asking, each) => runs(asking) && mine(asking, String(each['chosen_by'])),
  question: (asking, each) =>
    mine(asking, each.asked_by) &&
    ours(asking, each.asked_organisation_id) &&
    each.status === 'open' &&
    !each['answer'] &&
    !each['article_id'] &&
    (each.referral_id === null || mayReadReferral(asking, each.referral_id)),
}

import type { RowOf, Table } from '../world/world.ts'
import {
  type Asking,
  atSchool,
  iAm,
  mine,
  officerRole,
  ours,
  runsTheAuthority,
  writesGuidance,
} from './asking.ts'
import {
  isOurSchoolsCase,
  mayReadDecision,
  mayReadInterest,
  mayReadItem,
  mayReadMeeting,
  mayReadPackItem,
  mayReadReferral,
} from './cases.ts'
import { type About, mayReadAbout } from './children.ts'
import { provisionRules } from './provision/allowed.ts'
import {
  comesByManagedMove,
  isPlacedWithUs,
  leftTheRoll,
  mayReadPlacement,
  ofAProvider,
} from './provision/placements.ts'
import { assuresQuality, mayOpenEvidence, mayReadVisit } from './provision/providers.ts'

/**
 * May this asker read this row? Written from the access matrix (security 3.4) and its deviations as docs/security
 * lists them, never from the SQL: where the two differ, one of them is wrong.
 */
export const allowed = <T extends Table>(asking: Asking, table: T, row: RowOf<T>): boolean =>
  rules[table](asking, row)

type Rule<T extends Table> = (asking: Asking, row: RowOf<T>) => boolean

const everybody = () => true
const signedIn = ({ me }: Asking) => me !== undefined
const signedInOrSigningIn = (asking: Asking) =>
  signedIn(asking) || asking.purpose === 'sign-in' || asking.purpose === 'demo'
const authorityOnly = (asking: Asking) => runsTheAuthority(asking)
const ofChild =
  (about: About) =>
  (asking: Asking, { child_id }: { child_id: string }) =>
    mayReadAbout(asking, about, child_id)
const withCase = (asking: Asking, { referral_id }: { referral_id: string | null }) =>
  mayReadReferral(asking, referral_id)
const withMeeting = (asking: Asking, { meeting_id }: { meeting_id: string | null }) =>
  mayReadMeeting(asking, meeting_id)
const own = (asking: Asking, { user_id }: { user_id: string | null }) =>
  mine(asking, user_id) || asking.purpose === 'sign-in'
const bothChildren = (asking: Asking, pair: { child_id: string; other_child_id: string | null }) =>
  mayReadAbout(asking, 'identity', pair.child_id) &&
  (pair.other_child_id === null || mayReadAbout(asking, 'identity', pair.other_child_id))

/** What a job of signing in removes because it is old enough (the privacy page says when). */
export const isForgotten = (
  { purpose, world }: Asking,
  row: object,
  column: string,
  days: number,
) =>
  purpose === 'sign-in' &&
  Date.parse(String((row as Record<string, unknown>)[column])) <
    world.now.getTime() - days * 86_400_000

/** What the rules say of a move, a removal or a direction is for whoever reads that. */
function readsSubject(asking: Asking, type: string, id: string | undefined): boolean {
  const table = { 'managed-move': 'managed_move', removal: 'roll_removal' }[type]
  const subject = table && asking.find.byId(table as 'managed_move', id)
  if (subject) return rules[table as 'managed_move'](asking, subject)
  const direction = type === 'off-site-direction' && asking.find.byId('off_site_direction', id)
  return direction !== false && !!direction && rules.off_site_direction(asking, direction)
}

/** Row 29, 30: whom a steward, or the administrator of an organisation, looks after. */
const administers = (asking: Asking, user: string) =>
  !mine(asking, user) &&
  (iAm(asking, 'data-steward') ||
    (asking.me?.administrator === true &&
      asking.find
        .of('membership', 'user_id', user)
        .some(each => ours(asking, each.organisation_id))))

export const rules: { readonly [T in Table]: Rule<T> } = {
  ...provisionRules,
  organisation: signedInOrSigningIn,
  user_account: signedInOrSigningIn,
  membership: signedInOrSigningIn,
  session: (asking, each) => own(asking, each) || iAm(asking, 'data-steward'),
  passkey: own,
  recovery_code: own,
  one_time_link: (asking, each) =>
    own(asking, each) || asking.purpose === 'demo' || administers(asking, each.user_id),
  sign_in_attempt: ({ purpose }) => purpose === 'sign-in',
  challenge: own,
  form_key: (asking, each) =>
    mine(asking, each.user_id) || isForgotten(asking, each, 'created_at', 30),
  factor_reset: (asking, each) => mine(asking, each.user_id) || administers(asking, each.user_id),
  setting: everybody,
  message: (asking, each) =>
    asking.purpose === 'demo' ||
    mine(asking, each.to_user_id) ||
    ours(asking, each.to_organisation_id) ||
    ours(asking, each.from_organisation_id) ||
    iAm(asking, 'data-steward'),
  school: signedIn,
  partnership: signedIn,
  partnership_member: signedIn,
  partnership_member_change: signedIn,
  provider: signedIn,
  term: signedIn,
  closure: signedIn,
  bank_holiday: signedIn,
  postcode_authority: signedIn,
  gias_import: authorityOnly,
  gias_row: authorityOnly,
  child: (asking, { id }) =>
    mayReadAbout(asking, 'identity', id) ||
    isPlacedWithUs(asking, id) ||
    comesByManagedMove(asking, id) ||
    leftTheRoll(asking, id),
  enrolment: (asking, each) =>
    mayReadAbout(asking, 'education', each.child_id) ||
    (ours(asking, each.school_id) && mayReadAbout(asking, 'identity', each.child_id)),
  child_address: ofChild('contacts'),
  contact: ofChild('contacts'),
  special_needs: ofChild('special needs'),
  top_up: ofChild('special needs'),
  care_status: ofChild('care'),
  agency_involvement: ofChild('care'),
  admission: ofChild('education'),
  exclusion: ofChild('education'),
  protected_location: (asking, each) =>
    iAm(asking, 'school-dsl') && mayReadAbout(asking, 'contacts', each.child_id),
  protected_notice: (asking, each) =>
    !iAm(asking, 'sena', 'panel-member', 'chair') &&
    mayReadAbout(asking, 'contacts', each.child_id),
  possible_duplicate: (asking, each) => iAm(asking, 'coordinator') && bothChildren(asking, each),
  correction: (asking, each) => mayReadAbout(asking, each.about, each.child_id),
  proposed_change: (asking, each) =>
    (atSchool(asking) || iAm(asking, 'coordinator', 'admissions')) && bothChildren(asking, each),
  child_lookup: (asking, each) =>
    mine(asking, each.user_id) && asking.me?.membershipId === each.membership_id,
  referral: (asking, { id }) => mayReadReferral(asking, id),
  fair_access_case: withCase,
  response_step: withCase,
  attendance_summary: withCase,
  risk: withCase,
  referral_version: withCase,
  case_event: withCase,
  information_request: withCase,
  case_note: (asking, each) =>
    withCase(asking, each) &&
    (iAm(asking, 'coordinator', 'support-worker') ||
      (each.shared_with_school &&
        (iAm(asking, 'admissions') || isOurSchoolsCase(asking, each.referral_id)))),
  case_message: (asking, each) =>
    withCase(asking, each) &&
    (iAm(asking, 'coordinator') ||
      ours(asking, each.from_organisation_id) ||
      ours(asking, each.to_organisation_id)),
  responsibility_dispute: (asking, each) =>
    (iAm(asking, 'coordinator', 'support-worker') && withCase(asking, each)) ||
    (iAm(asking, 'coordinator') && (ours(asking, each.raised_by_id) || ours(asking, each.with_id))),
  responsibility_message: (asking, each) => {
    const dispute = asking.find.byId('responsibility_dispute', each.dispute_id)
    return (
      iAm(asking, 'coordinator') &&
      (ours(asking, dispute?.raised_by_id) || ours(asking, dispute?.with_id))
    )
  },
  // Row 24: as the record it belongs to; what is being checked, or was blocked, is its uploader's alone.
  file: (asking, each) => {
    const checked = ['clean', 'not scanned'].includes(each.state)
    if (each.evidence_id)
      return (
        mayOpenEvidence(asking, each.evidence_id) && (checked || ours(asking, each.by_organisation))
      )
    if (each.visit_id)
      return mayReadVisit(asking, each.visit_id) && (checked || ours(asking, each.by_organisation))
    return withCase(asking, each) && (checked || ours(asking, each.by_organisation))
  },
  case_assignment: (asking, each) => withCase(asking, each) || mine(asking, each.user_id),
  finding: (asking, each) => {
    if (each.referral_id !== null) return withCase(asking, each)
    if (each.child_id !== null && mayReadAbout(asking, 'education', each.child_id)) return true
    if (each.subject_type && readsSubject(asking, each.subject_type, each.subject_id)) return true
    if (each.placement_id)
      return mayReadPlacement(asking, each.placement_id) && !ofAProvider(asking)
    return (
      !!each.provider_id &&
      each.child_id === null &&
      (assuresQuality(asking) || iAm(asking, 'support-worker') || ours(asking, each.provider_id))
    )
  },
  panel_cycle: (asking, each) => ours(asking, each.partnership_id),
  meeting: (asking, { id }) => mayReadMeeting(asking, id),
  invitation: withMeeting,
  meeting_attendance: withMeeting,
  agenda_item: (asking, { id }) => mayReadItem(asking, id),
  pack: withMeeting,
  pack_item: mayReadPackItem,
  pack_reading: (asking, each) =>
    mine(asking, each.user_id) ||
    (iAm(asking, 'coordinator') &&
      mayReadMeeting(asking, asking.find.byId('pack', each.pack_id)?.meeting_id ?? null)),
  interest: mayReadInterest,
  decision: mayReadDecision,
  decision_action: (asking, each) =>
    ours(asking, each.owner_organisation_id) ||
    mine(asking, each.owner_user_id) ||
    withCase(asking, each) ||
    (iAm(asking, 'coordinator', 'chair') && withMeeting(asking, each)),
  notice_template: signedIn,
  notice: (asking, each) =>
    ours(asking, each.to_organisation_id) ||
    (iAm(asking, 'coordinator', 'support-worker', 'admissions') && withCase(asking, each)),
  on_roll_check: withCase,
  calendar_feed: (asking, each) => mine(asking, each.user_id),
  import_batch: (asking, each) => atSchool(asking) && ours(asking, each.organisation_id),
  import_write: (asking, each) =>
    atSchool(asking) &&
    ours(asking, asking.find.byId('import_batch', each.batch_id)?.organisation_id),
  import_row: (asking, each) =>
    atSchool(asking) &&
    ours(asking, asking.find.byId('import_batch', each.batch_id)?.organisation_id),
  audit_entry: (asking, each) =>
    iAm(asking, 'data-steward', 'data-protection-officer') ||
    mine(asking, each.user_id) ||
    (iAm(asking, 'school-dsl', 'coordinator') &&
      each.child_id !== null &&
      mayReadAbout(asking, 'contacts', each.child_id)),
  article: (asking, each) =>
    signedIn(asking) &&
    (each.status === 'published' || mine(asking, each.owner_id) || runsTheAuthority(asking)),
  article_version: (asking, each) => {
    const article = asking.find.byId('article', each.article_id)
    return article !== undefined && allowed(asking, 'article', article)
  },
  guidance_topic: signedIn,
  guidance_step: signedIn,
  search_miss: writesGuidance,
  rule_parameter: (asking, each) =>
    signedIn(asking) && (each.made_at !== null || runsTheAuthority(asking)),
  rule_reading: signedIn,
  question: (asking, each) =>
    mine(asking, each.asked_by) || each.routed_role === officerRole(asking),
}

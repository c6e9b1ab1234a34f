// Written by “npm run types” from the migrated database. Do not edit.
import type { ColumnType } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'

export type Timestamp = ColumnType<Date, Date | string, Date | string>
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U>
    ? ColumnType<S, I | undefined, U>
    : ColumnType<T, T | undefined, T>
/** Worked out by the database from other columns: nobody writes it. */
export type Computed<T> = ColumnType<T, never, never>
/** Written as JSON text, read as what it holds. */
export type Json = ColumnType<unknown, string, string>

export interface AdmissionTable {
  id: string
  child_id: string
  school_id: string
  applied_on: IsoDate
  outcome: 'offered' | 'refused' | 'withdrawn' | null
  outcome_on: IsoDate | null
  completed_on: IsoDate | null
  recorded_by: string | null
  recorded_at: Generated<Timestamp>
  version: Generated<number>
}

export interface AgencyInvolvementTable {
  id: string
  child_id: string
  agency: string
  status: 'open' | 'closed' | 'referred' | 'waiting'
  worker: string | null
  worker_contact: string | null
  from_on: IsoDate | null
  to_on: IsoDate | null
  recorded_by: string | null
  recorded_at: Generated<Timestamp>
  version: Generated<number>
}

export interface AgendaItemTable {
  id: string
  meeting_id: string
  referral_id: string
  position: number
  status: Generated<'listed' | 'decided' | 'deferred' | 'withdrawn'>
  presenter: string | null
  summary: string | null
  needs_sentence: string | null
  withdrawn_because: string | null
  listed_by: string | null
  listed_at: Generated<Timestamp>
  discussion: string | null
  version: Generated<number>
}

export interface ArticleTable {
  id: string
  slug: string
  kind: Generated<'article' | 'answer'>
  title: string
  summary: string
  body: string
  plain: string
  topics: Generated<string[]>
  audiences: string[]
  rules: Generated<string[]>
  sources: Generated<string[]>
  owner_id: string
  review_on: IsoDate
  status: Generated<'published' | 'withdrawn'>
  number: Generated<number>
  changed_at: Timestamp
  flagged_at: Timestamp | null
  search: string | null
  headwords: string | null
}

export interface ArticleVersionTable {
  article_id: string
  number: number
  title: string
  summary: string
  body: string
  topics: string[]
  audiences: string[]
  rules: string[]
  sources: string[]
  review_on: IsoDate
  why: string
  changed_by: string
  changed_at: Timestamp
}

export interface AttendanceSummaryTable {
  id: string
  referral_id: string
  school_year: string
  possible_sessions: number
  attended_sessions: number
  unauthorised_sessions: number | null
}

export interface AuditEntryTable {
  seq: number
  at: Timestamp
  request_id: string
  user_id: string | null
  membership_id: string | null
  organisation_id: string | null
  event: string
  subject_kind: string
  subject_id: string | null
  child_id: string | null
  outcome: 'done' | 'refused' | 'failed'
  detail: Generated<Json>
  hash: Buffer
}

export interface AuditHeadTable {
  one: Generated<boolean>
  seq: number
  hash: Buffer
}

export interface BankHolidayTable {
  on: IsoDate
  title: string
}

export interface CalendarFeedTable {
  id: string
  user_id: string
  membership_id: string
  token_hash: Buffer
  made_at: Generated<Timestamp>
  revoked_at: Timestamp | null
}

export interface CareStatusTable {
  id: string
  child_id: string
  status: 'never-looked-after' | 'looked-after' | 'previously-looked-after'
  authority: string | null
  from_on: IsoDate
  to_on: IsoDate | null
  social_worker: string | null
  virtual_school_contact: string | null
  placed_in_authority: string | null
  source: string
  recorded_by: string | null
  recorded_at: Generated<Timestamp>
  version: Generated<number>
}

export interface CaseAssignmentTable {
  id: string
  referral_id: string
  user_id: string
  role: 'owner' | 'support'
  from_on: IsoDate
  to_on: IsoDate | null
  given_by: string | null
  given_at: Generated<Timestamp>
}

export interface CaseEventTable {
  id: string
  referral_id: string
  kind: string
  at: Generated<Timestamp>
  by_user: string | null
  by_organisation: string | null
  detail: Generated<Json>
}

export interface CaseMessageTable {
  id: string
  referral_id: string
  from_organisation_id: string
  to_organisation_id: string
  body: string
  sent_by: string | null
  sent_at: Generated<Timestamp>
  read_at: Timestamp | null
}

export interface CaseNoteTable {
  id: string
  referral_id: string
  body: string
  shared_with_school: Generated<boolean>
  written_by: string | null
  by_organisation: string | null
  written_at: Generated<Timestamp>
  amends_id: string | null
}

export interface ChallengeTable {
  id: string
  user_id: string | null
  kind: string
  value: string
  expires_at: Timestamp
  used_at: Timestamp | null
  tries: Generated<number>
  created_at: Generated<Timestamp>
}

export interface ChildTable {
  id: string
  reference: Generated<number>
  upn: string | null
  former_upns: Generated<string[]>
  uln: string | null
  forename: string
  surname: string
  preferred_forename: string | null
  preferred_surname: string | null
  search_name: string
  sound_keys: Generated<string[]>
  birth_date: IsoDate
  sex: 'F' | 'M' | 'U' | null
  ethnicity: string | null
  first_language: string | null
  interpreter_needed: boolean | null
  free_school_meals: boolean | null
  young_carer: boolean | null
  created_by_organisation_id: string
  created_by: string | null
  created_at: Generated<Timestamp>
  merged_into_id: string | null
  merged_at: Timestamp | null
  version: Generated<number>
}

export interface ChildAddressTable {
  id: string
  child_id: string
  street: string | null
  town: string | null
  postcode: string | null
  home_authority: string | null
  home_area_id: string | null
  authority_source: Generated<'postcode' | 'corrected' | 'stated' | 'not known'>
  correction_reason: string | null
  from_on: IsoDate
  to_on: IsoDate | null
  recorded_by: string | null
  recorded_at: Generated<Timestamp>
  version: Generated<number>
}

export interface ChildLookupTable {
  id: string
  user_id: string
  membership_id: string
  terms: Json
  draft: Json | null
  made_at: Timestamp
}

export interface ClosureTable {
  id: string
  school_id: string | null
  on: IsoDate
  kind: Generated<'inset' | 'closure'>
  reason: string
}

export interface CommissionerCheckTable {
  id: string
  provider_id: string
  commissioner_id: string
  what: 'registration' | 'staff'
  checked_on: IsoDate
  found: string
  by_user: string
  recorded_at: Timestamp
}

export interface ConcernNoteTable {
  id: string
  concern_id: string
  kind: 'looked into' | 'noted' | 'closed' | 'opened again'
  words: string
  by_user: string
  at: Timestamp
}

export interface ContactTable {
  id: string
  child_id: string
  name: string
  relationship: string
  parental_responsibility: boolean | null
  lives_with_child: boolean | null
  telephone: string | null
  email: string | null
  no_contact: Generated<boolean>
  no_contact_reason: string | null
  language: string | null
  priority: Generated<number>
  ended_on: IsoDate | null
  recorded_by: string | null
  recorded_at: Generated<Timestamp>
  version: Generated<number>
}

export interface ContextKeyTable {
  id: number
  inner_pad: Buffer
  outer_pad: Buffer
}

export interface CorrectionTable {
  id: string
  child_id: string
  about: 'identity' | 'education' | 'special needs' | 'care' | 'contacts'
  record: string
  record_id: string
  before: Json
  reason: string
  corrected_by: string
  corrected_at: Timestamp
}

export interface DecisionTable {
  id: string
  reference: Generated<number>
  referral_id: string
  agenda_item_id: string | null
  meeting_id: string | null
  code: string
  status: Generated<'recorded' | 'issued' | 'superseded'>
  school_id: string | null
  tier: number | null
  provision: string | null
  reasons: string
  options_considered: string | null
  dissent: string | null
  conditions: string | null
  start_on: IsoDate | null
  review_on: IsoDate | null
  end_on: IsoDate | null
  refer_to: string | null
  emergency: Generated<boolean>
  emergency_reason: string | null
  ratified_at: Timestamp | null
  ratified_in_id: string | null
  ratified_by: string | null
  decided_at: Generated<Timestamp>
  recorded_by: string | null
  issued_at: Timestamp | null
  issued_by: string | null
  supersedes_id: string | null
  version: Generated<number>
}

export interface DecisionActionTable {
  id: string
  decision_id: string | null
  meeting_id: string | null
  referral_id: string | null
  what: string
  owner_organisation_id: string | null
  owner_user_id: string | null
  due_on: IsoDate
  done_at: Timestamp | null
  done_by: string | null
  done_note: string | null
  made_by: string | null
  made_at: Generated<Timestamp>
  version: Generated<number>
}

export interface DisclosureTable {
  id: string
  child_id: string
  placement_id: string | null
  to_organisation_id: string | null
  to_person: string | null
  shared: Generated<boolean>
  what: Generated<'fields' | 'individual plan' | 'short-term plan'>
  fields: Generated<Json>
  how: string
  why: string
  by_user: string
  by_organisation: string
  at: Timestamp
}

export interface EnrolmentTable {
  id: string
  child_id: string
  school_id: string
  kind: 'current' | 'main' | 'subsidiary'
  from_on: IsoDate
  to_on: IsoDate | null
  year_group: number | null
  ended_because: string | null
  source: Generated<string>
  recorded_by: string | null
  recorded_at: Generated<Timestamp>
  version: Generated<number>
}

export interface EvidenceItemTable {
  id: string
  provider_id: string
  document: string
  not_applicable_because: string | null
  issued_on: IsoDate | null
  expires_on: IsoDate | null
  staff_count: number | null
  first_aider_count: number | null
  procedures: Generated<string[]>
  note: string | null
  added_by: string
  by_organisation: string
  added_at: Timestamp
  superseded_at: Timestamp | null
}

export interface EvidenceReminderTable {
  evidence_id: string
  days_before: number
  sent_at: Timestamp
}

export interface EvidenceSightingTable {
  id: string
  evidence_id: string
  commissioner_id: string
  seen: boolean
  seen_on: IsoDate
  how: 'in Onroll' | 'at the provider' | 'a copy was sent'
  what_checked: string
  by_user: string
  recorded_at: Timestamp
  withdrawn_at: Timestamp | null
  withdrawn_by: string | null
  withdrawn_because: string | null
}

export interface ExclusionTable {
  id: string
  child_id: string
  school_id: string
  kind: 'suspension' | 'permanent'
  from_on: IsoDate
  to_on: IsoDate | null
  sessions: number | null
  reasons: Generated<string[]>
  reinstated_on: IsoDate | null
  recorded_by: string | null
  recorded_at: Generated<Timestamp>
  version: Generated<number>
  education_from: IsoDate | null
}

export interface FactChangeTable {
  id: Generated<number>
  touches: Json
  noted_at: Generated<Timestamp>
}

export interface FactorResetTable {
  id: string
  user_id: string
  asked_by: string
  asked_at: Timestamp
  reason: string
  confirmed_by: string | null
  confirmed_at: Timestamp | null
  cancelled_at: Timestamp | null
  waits: Generated<boolean>
  due_at: Timestamp | null
  carried_out_at: Timestamp | null
}

export interface FairAccessCaseTable {
  referral_id: string
  category: string | null
  category_version: Generated<string>
  evidence: string | null
  in_year_measures_tried: boolean | null
  in_year_measures: string | null
  received_on: IsoDate | null
  criteria: Generated<'to check' | 'met' | 'not met' | 'in doubt'>
  criteria_reason: string | null
  criteria_by: string | null
  criteria_at: Timestamp | null
  doubt_question: string | null
  doubt_sent_at: Timestamp | null
  doubt_answer: string | null
  doubt_answered_by: string | null
  doubt_answered_at: Timestamp | null
  accepted_on: IsoDate | null
  preferred_schools: string | null
  version: Generated<number>
}

export interface FileTable {
  id: string
  referral_id: string | null
  purpose: string
  name: string
  media_type: string
  size: number
  'sha256': string
  key_number: Generated<number>
  state: Generated<'received' | 'scanning' | 'clean' | 'blocked' | 'not scanned'>
  state_reason: string | null
  uploaded_by: string | null
  by_organisation: string | null
  uploaded_at: Generated<Timestamp>
  removed_at: Timestamp | null
  removed_by: string | null
  removed_because: string | null
  evidence_id: string | null
  visit_id: string | null
}

export interface FindingTable {
  id: string
  rule: string
  subject_type: string
  subject_id: string
  referral_id: string | null
  child_id: string | null
  level: 'info' | 'warning' | 'high' | 'breach' | 'critical'
  basis: string
  blocks: Generated<string[]>
  message: string
  due: IsoDate | null
  overdue_days: number | null
  values: Generated<Json>
  amounts: Generated<Json>
  fingerprint: string
  since: Generated<Timestamp>
  facts_date: IsoDate
  superseded_at: Timestamp | null
  accepted_by: string | null
  accepted_at: Timestamp | null
  accepted_reason: string | null
  accepted_name: string | null
  placement_id: string | null
  provider_id: string | null
}

export interface FormKeyTable {
  key: string
  user_id: string
  route: string
  body_hash: Buffer
  went_to: string | null
  created_at: Generated<Timestamp>
}

export interface GiasImportTable {
  id: string
  file_name: string
  file_on: IsoDate
  file_hash: Buffer
  file_rows: number
  absent: Generated<string[]>
  doubts: Generated<number>
  problems: Generated<Json>
  state: Generated<'uploaded' | 'imported' | 'discarded'>
  uploaded_by: string
  uploaded_at: Timestamp
  made_by: string | null
  made_at: Timestamp | null
  authorities: string[] | null
  kinds: string[] | null
  added: number | null
  changed: number | null
  closed: number | null
  changes: Json | null
}

export interface GiasRowTable {
  import_id: string
  urn: string
  authority_number: string
  school: Json
}

export interface GuidanceStepTable {
  path: string
  article_id: string
}

export interface GuidanceTopicTable {
  name: string
  article_id: string | null
  see: string | null
}

export interface GuidanceWordTable {
  word: string
}

export interface ImportBatchTable {
  id: string
  kind: 'children' | 'referrals'
  organisation_id: string
  status: Generated<'uploaded' | 'matched' | 'checking' | 'checked' | 'importing' | 'imported' | 'undoing' | 'failed' | 'undone' | 'discarded'>
  file_name: string
  headers: string[]
  matching: Generated<Json>
  row_count: number
  rows_done: Generated<number>
  problem_count: number | null
  problem: string | null
  made_by: string
  made_at: Generated<Timestamp>
  imported_at: Timestamp | null
  undone_at: Timestamp | null
  undone_by: string | null
  version: Generated<number>
  sheet: string | null
  other_sheets: Generated<string[]>
  made_under: string | null
  counts: Generated<Json>
  checked_at: Timestamp | null
  known_children: number | null
  rows_forgotten_at: Timestamp | null
}

export interface ImportRowTable {
  id: string
  batch_id: string
  number: number
  cells: Json
  problems: Generated<Json>
  warnings: Generated<Json>
  action: 'add' | 'change' | 'nothing' | null
  child_id: string | null
  changes: Generated<Json>
  held: Generated<Json>
}

export interface ImportWriteTable {
  batch_id: string
  number: number
  table_name: string
  row_id: string
  before: Json | null
  mark: string | null
}

export interface IndividualPlanTable {
  id: string
  placement_id: string
  number: number
  status: Generated<'draft' | 'with provider' | 'agreed'>
  baseline: string | null
  timeframe: string | null
  assessment: string | null
  english: string | null
  maths: string | null
  science: string | null
  ehcp_link: string | null
  pep_link: string | null
  qualifications: string | null
  staff_qualifications_seen_on: IsoDate | null
  service_links: string | null
  next_steps: string | null
  home_school_link: string | null
  peer_contact: string | null
  reintegration: boolean | null
  readiness: string | null
  support_package: string | null
  transition: string | null
  why: string | null
  provider_agreed_on: IsoDate | null
  provider_agreed_by: string | null
  made_by: string
  made_at: Timestamp
  version: Generated<number>
}

export interface InformationRequestTable {
  id: string
  referral_id: string
  section: string | null
  question: string
  asked_of_organisation_id: string
  asked_by: string | null
  asked_at: Generated<Timestamp>
  due_on: IsoDate | null
  answer: string | null
  answered_by: string | null
  answered_at: Timestamp | null
  cancelled_at: Timestamp | null
  version: Generated<number>
}

export interface InsurancePolicyTable {
  evidence_id: string
  provider_id: string
  kind: 'employers-liability' | 'public-liability' | 'professional-indemnity'
  insurer: string
  policy_number: string
  amount_pence: number
  starts_on: IsoDate
  ends_on: IsoDate
}

export interface InterestTable {
  id: string
  agenda_item_id: string
  user_id: string | null
  school_id: string | null
  source: 'declared' | 'detected'
  kind: string
  note: string | null
  recused: Generated<boolean>
  recorded_by: string | null
  recorded_at: Generated<Timestamp>
  ended_at: Timestamp | null
}

export interface InvitationTable {
  id: string
  meeting_id: string
  school_id: string
  message_id: string | null
  sent_at: Generated<Timestamp>
  sent_by: string | null
  opened_at: Timestamp | null
  opened_by: string | null
  answer: 'attending' | 'deputy' | 'apologies' | null
  attendee_name: string | null
  answered_at: Timestamp | null
  answered_by: string | null
  withdrawn_at: Timestamp | null
}

export interface LifecycleTransitionTable {
  lifecycle: string
  from_status: string
  action: string
  to_status: string
}

export interface ManagedMoveTable {
  id: string
  child_id: string
  from_school_id: string
  to_school_id: string
  status: Generated<'proposed' | 'agreed' | 'completed' | 'refused' | 'withdrawn'>
  start_on: IsoDate | null
  purpose: 'avoid-permanent-exclusion' | 'fresh-start' | 'other' | null
  protocol: string | null
  pressure_reported: boolean | null
  authority_decision_on: IsoDate | null
  agreement: string
  'agreement_sha256': string
  trial: Generated<boolean>
  trial_end_on: IsoDate | null
  completed_on: IsoDate | null
  ended_because: string | null
  made_by: string
  made_at: Timestamp
  version: Generated<number>
}

export interface ManagedMoveConsentTable {
  id: string
  move_id: string
  party: 'from school' | 'to school' | 'person with parental responsibility'
  contact_id: string | null
  agreed: boolean
  'agreement_sha256': string
  on_day: IsoDate
  how: string
  because: string | null
  recorded_by: string
  by_organisation: string
  recorded_at: Timestamp
}

export interface MedicalExceptionTable {
  id: string
  child_id: string
  recorded_on: IsoDate
  evidence: string
  review_on: IsoDate | null
  ended_on: IsoDate | null
  recorded_by: string
  recorded_at: Timestamp
  version: Generated<number>
}

export interface MeetingTable {
  id: string
  reference: Generated<number>
  partnership_id: string
  cycle_id: string | null
  kind: Generated<'panel' | 'emergency'>
  status: Generated<'planned' | 'invited' | 'open' | 'held' | 'minuted' | 'cancelled'>
  starts_at: Timestamp
  ends_at: Timestamp
  place: string
  papers_by: IsoDate | null
  chair_name: string | null
  cancelled_because: string | null
  opened_at: Timestamp | null
  held_at: Timestamp | null
  minutes: string | null
  minutes_agreed_at: Timestamp | null
  minutes_agreed_by: string | null
  window_opens_at: Timestamp | null
  window_closes_at: Timestamp | null
  ics_sequence: Generated<number>
  made_by: string | null
  made_at: Generated<Timestamp>
  version: Generated<number>
}

export interface MeetingAttendanceTable {
  id: string
  meeting_id: string
  school_id: string | null
  user_id: string | null
  name: string
  attended: 'attended' | 'apologies' | 'absent'
  recorded_by: string | null
  recorded_at: Generated<Timestamp>
}

export interface MembershipTable {
  id: string
  user_id: string
  organisation_id: string
  role: 'coordinator' | 'support-worker' | 'chair' | 'panel-member' | 'school-referrer' | 'school-dsl' | 'admissions' | 'sena' | 'virtual-school' | 'quality-assurance' | 'provider-manager' | 'provider-tutor' | 'provider-dsl' | 'finance' | 'data-steward' | 'data-protection-officer'
  administrator: Generated<boolean>
  valid_from: IsoDate
  valid_to: IsoDate | null
  given_by: string | null
  ended_by: string | null
  version: Generated<number>
  created_at: Generated<Timestamp>
}

export interface MessageTable {
  id: string
  kind: string
  to_user_id: string | null
  to_organisation_id: string | null
  address: string
  subject: string
  body: string
  state: Generated<'queued' | 'sent' | 'failed' | 'held'>
  attempts: Generated<number>
  last_error: string | null
  queued_at: Generated<Timestamp>
  sent_at: Timestamp | null
  from_organisation_id: string | null
  link_id: string | null
  claimed_until: Timestamp | null
}

export interface MigrationTable {
  name: string
  hash: string
  applied_at: Generated<Timestamp>
}

export interface NewPupilReturnTable {
  enrolment_id: string
  child_id: string
  school_id: string
  entered_on: IsoDate
  made_on: IsoDate | null
  recorded_by: string | null
  recorded_at: Timestamp | null
  version: Generated<number>
}

export interface NoSchoolTimeTable {
  id: string
  child_id: string
  from_on: IsoDate
  to_on: IsoDate | null
  recorded_by: string
  recorded_at: Timestamp
}

export interface NoticeTable {
  id: string
  decision_id: string | null
  referral_id: string
  kind: string
  to_organisation_id: string
  subject: string
  body: string
  template_id: string | null
  message_id: string | null
  sent_by: string | null
  sent_at: Generated<Timestamp>
  read_at: Timestamp | null
  read_by: string | null
}

export interface NoticeTemplateTable {
  id: string
  kind: string
  subject: string
  body: string
  number: Generated<number>
  from_at: Generated<Timestamp>
  changed_by: string | null
}

export interface ObjectiveProgressTable {
  id: string
  objective_id: string
  placement_id: string
  review_id: string | null
  standing: 'not started' | 'some progress' | 'on track' | 'met' | 'not met'
  note: string | null
  on_day: IsoDate
  by_user: string
  by_organisation: string
  at: Timestamp
}

export interface OffSiteDirectionTable {
  id: string
  child_id: string
  school_id: string
  placement_id: string | null
  purpose: 'improve-behaviour' | 'health' | 'other'
  status: Generated<'draft' | 'issued' | 'ended' | 'revoked' | 'discarded'>
  start_on: IsoDate | null
  end_on: IsoDate | null
  address: string | null
  report_to: string | null
  number_of_days: number | null
  reasons: string | null
  objectives: string | null
  sessions_a_day: number | null
  session_start: string | null
  session_finish: string | null
  break_start: string | null
  break_finish: string | null
  notice_on: IsoDate | null
  notice_to: string | null
  notice_how: string | null
  authority_notice_on: IsoDate | null
  parent_consent_on: IsoDate | null
  notice: Json | null
  'notice_sha256': string | null
  ended_on: IsoDate | null
  ended_because: string | null
  made_by: string
  made_at: Timestamp
  version: Generated<number>
}

export interface OffSiteReviewTable {
  id: string
  direction_id: string
  due_on: IsoDate
  invited_on: IsoDate | null
  held_on: IsoDate | null
  attendees: string | null
  decision: 'continue' | 'change' | 'end' | null
  continue_until: IsoDate | null
  notes: string | null
  made_by: string
  made_at: Timestamp
  version: Generated<number>
}

export interface OffSiteReviewRequestTable {
  id: string
  direction_id: string
  asked_on: IsoDate
  asked_by: 'parent' | 'authority'
  answer: string | null
  answered_on: IsoDate | null
  recorded_by: string
  recorded_at: Timestamp
}

export interface OnRollCheckTable {
  id: string
  decision_id: string
  referral_id: string
  school_id: string
  decided_on: IsoDate
  due_on: IsoDate
  prompt_on: IsoDate
  prompted_at: Timestamp | null
  school_roll_date: IsoDate | null
  school_confirmed_at: Timestamp | null
  school_confirmed_by: string | null
  admissions_roll_date: IsoDate | null
  admissions_confirmed_at: Timestamp | null
  admissions_confirmed_by: string | null
  school_problem: string | null
  school_objects: 'full' | 'other' | null
  escalated_at: Timestamp | null
  escalated_by: string | null
  keep_informed: Generated<boolean>
  admissions_action: string | null
  admissions_action_at: Timestamp | null
  next_chase_on: IsoDate | null
  closed_at: Timestamp | null
  version: Generated<number>
}

export interface OneTimeLinkTable {
  id: string
  kind: 'invitation' | 'reset'
  token_hash: Buffer
  user_id: string
  made_by: string | null
  expires_at: Timestamp
  used_at: Timestamp | null
  revoked_at: Timestamp | null
  created_at: Generated<Timestamp>
}

export interface OrganisationTable {
  id: string
  kind: 'authority' | 'team' | 'partnership' | 'school' | 'provider'
  team: 'admissions' | 'sena' | 'virtual-school' | 'finance' | 'quality-assurance' | 'data-protection' | null
  name: string
  short_name: string | null
  mailbox: string | null
  telephone: string | null
  street: string | null
  town: string | null
  postcode: string | null
  hub_name: string | null
  hub_telephone: string | null
  hub_out_of_hours: string | null
  closed_on: IsoDate | null
  version: Generated<number>
  created_at: Generated<Timestamp>
}

export interface PackTable {
  id: string
  meeting_id: string
  number: number
  released_at: Generated<Timestamp>
  released_by: string | null
  superseded_at: Timestamp | null
  recalled_at: Timestamp | null
}

export interface PackItemTable {
  id: string
  pack_id: string
  agenda_item_id: string
  content: Json
  hash: string
}

export interface PackReadingTable {
  id: string
  pack_id: string
  user_id: string
  first_read_at: Generated<Timestamp>
}

export interface PanelCycleTable {
  id: string
  partnership_id: string
  name: string
  weekday: number
  every_weeks: number
  starts_at: string
  minutes: number
  place: string
  first_on: IsoDate
  last_on: IsoDate
  papers_days_before: Generated<number>
  ended_at: Timestamp | null
  version: Generated<number>
}

export interface PartnershipTable {
  organisation_id: string
  area: string | null
  contact_name: string | null
  fund_holder_id: string | null
  response_days: Generated<number>
}

export interface PartnershipMemberTable {
  id: string
  partnership_id: string
  school_id: string
  joined_on: IsoDate
  left_on: IsoDate | null
  how_left: 'withdrew' | 'revoked' | 'closed' | 'moved' | null
  reason: string | null
  decided_by: string | null
  recorded_by: string | null
  recorded_at: Generated<Timestamp>
  version: Generated<number>
}

export interface PartnershipMemberChangeTable {
  id: string
  member_id: string
  partnership_id: string
  school_id: string
  what: 'joined' | 'left' | 'corrected' | 'removed'
  before: Json | null
  after: Json | null
  decided_by: string | null
  reason: string | null
  changed_by: string
  changed_at: Timestamp
}

export interface PasskeyTable {
  id: string
  user_id: string
  credential: string
  public_key: Buffer
  counter: Generated<number>
  transports: Generated<string[]>
  name: string
  created_at: Generated<Timestamp>
  last_used_at: Timestamp | null
}

export interface PlacementTable {
  id: string
  reference: Generated<number>
  child_id: string
  decision_id: string | null
  kind: 'alternative provision' | 'tutoring' | 'work experience'
  route: 'tier 1' | 'tier 2' | 'tier 3' | 'tier 4' | 'off-site direction' | 'section 19' | 'managed move' | 'work experience' | 'EHCP'
  commissioner_id: string
  arranged_by_id: string | null
  run_by_id: Computed<string>
  provider_id: string | null
  site_id: string | null
  status: Generated<'proposed' | 'offered' | 'accepted' | 'declined' | 'live' | 'ended' | 'ended early' | 'withdrawn'>
  purpose: string | null
  need_category: 'behaviour' | 'health' | 'vulnerability' | null
  planned_start_on: IsoDate
  planned_end_on: IsoDate | null
  started_on: IsoDate | null
  ended_on: IsoDate | null
  end_reason: string | null
  provider_reads_until: IsoDate | null
  supervised: boolean | null
  dual_registered: boolean | null
  arranged_under: 's19' | 's42' | 's61' | null
  attendance_code: string | null
  subjects: Generated<string[]>
  travel: string | null
  price_pence: number | null
  price_per: 'session' | 'day' | 'week' | 'term' | 'placement' | null
  school_contact: string | null
  commissioner_contact: string | null
  provider_contact: string | null
  agreement_on: IsoDate | null
  risk_assessed_on: IsoDate | null
  quality_recorded_on: IsoDate | null
  monitoring_recorded_on: IsoDate | null
  offered_at: Timestamp | null
  answered_at: Timestamp | null
  answered_by: string | null
  declined_because: string | null
  made_by: string
  made_at: Timestamp
  version: Generated<number>
}

export interface PlacementAgreementTable {
  id: string
  placement_id: string
  party: 'school' | 'provider' | 'child' | 'person with parental responsibility'
  contact_id: string | null
  agreed: boolean | null
  on_day: IsoDate | null
  how: string | null
  recorded_by: string
  recorded_at: Timestamp
  version: Generated<number>
}

export interface PlacementChangeTable {
  id: string
  placement_id: string
  kind: 'extend' | 'change days' | 'transfer' | 'end early'
  wanted: Json
  reason: string
  status: Generated<'asked' | 'agreed' | 'refused' | 'withdrawn'>
  asked_by: string
  asked_by_organisation_id: string
  asked_at: Timestamp
  decided_by: string | null
  decided_at: Timestamp | null
  decided_because: string | null
  version: Generated<number>
}

export interface PlacementClosingTable {
  placement_id: string
  begun_on: IsoDate
  last_day: IsoDate | null
  progress: string | null
  achievements: string | null
  destination: string | null
  closed_at: Timestamp | null
  closed_by: string | null
  made_by: string
  version: Generated<number>
}

export interface PlacementContactTable {
  id: string
  placement_id: string
  on_day: IsoDate
  kind: 'visit' | 'call' | 'meeting' | 'message'
  with_whom: string
  note: string | null
  by_user: string
  by_organisation: string
  at: Timestamp
}

export interface PlacementEventTable {
  id: string
  placement_id: string
  what: string
  because: string | null
  details: Generated<Json>
  by_user: string | null
  by_organisation: string | null
  at: Timestamp
}

export interface PlacementReviewTable {
  id: string
  placement_id: string
  due_on: IsoDate
  invited_on: IsoDate | null
  held_on: IsoDate | null
  attendees: string | null
  pupil_present: boolean | null
  attainment: string | null
  needs: string | null
  engagement: string | null
  next_steps: string | null
  outcome: 'continue' | 'change' | 'end' | 'return to school' | null
  cancelled_because: string | null
  made_by: string
  made_at: Timestamp
  recorded_by: string | null
  recorded_at: Timestamp | null
  version: Generated<number>
}

export interface PlacementSessionTable {
  id: string
  placement_id: string
  weekday: number
  starts_at: string
  ends_at: string
  break_minutes: Generated<number>
  in_weeks: Generated<'every' | 'A' | 'B'>
  site_id: string | null
  supervised_by: string | null
  subjects: Generated<string[]>
  travel: string | null
  from_on: IsoDate
  to_on: IsoDate | null
}

export interface PlacementTutorTable {
  placement_id: string
  user_id: string
  from_on: IsoDate
  to_on: IsoDate | null
  named_by: string
}

export interface PlanObjectiveTable {
  id: string
  placement_id: string
  position: Generated<number>
  kind: 'personal' | 'academic'
  objective: string
  measure: string | null
  baseline: string | null
  target_on: IsoDate | null
  added_in: number
  dropped_in: number | null
  dropped_because: string | null
  made_by: string
  made_at: Timestamp
  version: Generated<number>
}

export interface PossibleDuplicateTable {
  id: string
  child_id: string
  other_child_id: string
  because: string
  noticed_at: Generated<Timestamp>
  resolved_at: Timestamp | null
  resolved_by: string | null
  outcome: string | null
}

export interface PostcodeAuthorityTable {
  postcode: string
  authority: string
  partnership_id: string | null
}

export interface ProposedChangeTable {
  id: string
  child_id: string
  kind: 'upn' | 'birth-date' | 'merge'
  new_upn: string | null
  new_birth_date: IsoDate | null
  other_child_id: string | null
  reason: string
  proposed_by: string
  proposed_by_organisation_id: string
  proposed_at: Timestamp
  outcome: 'confirmed' | 'refused' | 'withdrawn' | null
  decided_by: string | null
  decided_at: Timestamp | null
  decided_in: number | null
  version: Generated<number>
}

export interface ProtectedLocationTable {
  id: string
  child_id: string
  kind: 'protected' | 'earlier'
  sealed: Buffer
  key_number: number
  tokens: Buffer[]
  holder_organisation_id: string
  from_on: IsoDate
  ended_on: IsoDate | null
  recorded_by: string
  confirmed_by: string | null
  replaces_id: string | null
  lifted_on: IsoDate | null
  ending_proposed_by: string | null
  ending_proposed_at: Timestamp | null
  ending_reason: string | null
  recorded_at: Generated<Timestamp>
  version: Generated<number>
}

export interface ProtectedNoticeTable {
  child_id: string
  holder_organisation_id: string
  since: IsoDate
}

export interface ProviderTable {
  organisation_id: string
  contact_name: string | null
  contact_email: string | null
  contact_phone: string | null
  website: string | null
  dfe_urn: string | null
  kind: 'non-school' | 'independent-school' | 'state-school' | 'non-maintained-special-school' | 'in-house' | null
  legal_form: 'sole-trader' | 'partnership' | 'company' | 'charity' | 'community-interest-company' | 'public-body' | 'other' | null
  registration: 'registered' | 'applied' | 'not registered' | null
  description: string | null
  key_stages: Generated<number[]>
  subjects: Generated<string[]>
  qualifications: Generated<string[]>
  needs: Generated<string[]>
  weekdays: Generated<number[]>
  curriculum: 'broad' | 'narrow' | null
  minutes_per_week: number | null
  places: number | null
  ofsted_outcome: string | null
  ofsted_on: IsoDate | null
  ofsted_source: string | null
  version: Generated<number>
}

export interface ProviderApprovalTable {
  id: string
  provider_id: string
  approval: 'approved' | 'approved with conditions' | 'paused' | 'ended'
  conditions: string | null
  because: string
  review_on: IsoDate | null
  from_on: IsoDate
  by_user: string
  by_organisation: string
  at: Timestamp
}

export interface ProviderAuditTable {
  id: string
  provider_id: string
  audited_on: IsoDate
  by_whom: string
  recorded_by: string
  by_organisation: string
  recorded_at: Timestamp
}

export interface ProviderConcernTable {
  id: string
  reference: Generated<number>
  provider_id: string
  kind: 'safeguarding' | 'health and safety' | 'quality' | 'attendance' | 'registration' | 'other'
  level: 'note' | 'concern' | 'serious'
  words: string
  status: Generated<'open' | 'being looked into' | 'closed'>
  outcome: string | null
  raised_by: string
  by_organisation: string
  raised_at: Timestamp
  closed_by: string | null
  closed_at: Timestamp | null
  version: Generated<number>
}

export interface ProviderListingTable {
  id: string
  provider_id: string
  list: string
  kept_by: string
  since_on: IsoDate
  left_on: IsoDate | null
  recorded_by: string
  by_organisation: string
  recorded_at: Timestamp
  version: Generated<number>
}

export interface ProviderNumberCheckTable {
  id: string
  provider_id: string
  urn: string
  confirmed: boolean
  source: string
  checked_on: IsoDate
  checked_by: string
  by_organisation: string
  recorded_at: Timestamp
}

export interface ProviderPersonTable {
  id: string
  provider_id: string
  name: string
  role: 'safeguarding-lead' | 'deputy-safeguarding-lead' | 'staff' | 'volunteer' | 'governor'
  works_as: string | null
  in_senior_leadership: boolean | null
  email: string | null
  telephone: string | null
  first_aider: boolean | null
  regulated_activity: boolean | null
  check_kind: 'enhanced with barred lists' | 'enhanced' | 'standard' | 'basic' | null
  checked_on: IsoDate | null
  check_number_end: string | null
  update_service: boolean | null
  references_seen_on: IsoDate | null
  right_to_work_seen_on: IsoDate | null
  qualifications_seen_on: IsoDate | null
  from_on: IsoDate
  to_on: IsoDate | null
  version: Generated<number>
}

export interface ProviderReportTable {
  id: string
  reference: Generated<number>
  number: Generated<number>
  corrects_id: string | null
  because: string | null
  placement_id: string
  kind: 'progress' | 'incident'
  status: Generated<'draft' | 'sent' | 'discarded'>
  period_from: IsoDate | null
  period_to: IsoDate | null
  done: string | null
  learning: string | null
  engagement: string | null
  attendance: string | null
  next_steps: string | null
  for_school: string | null
  happened_on: IsoDate | null
  happened_at: string | null
  place: string | null
  account: string | null
  involved: string | null
  done_at_once: string | null
  injuries: string | null
  held: boolean | null
  held_how: string | null
  police: boolean | null
  police_note: string | null
  carers_told: boolean | null
  carers_note: string | null
  follow_up: string | null
  safeguarding: Generated<boolean>
  by_user: string
  by_organisation: string
  begun_at: Timestamp
  sent_by: string | null
  sent_at: Timestamp | null
  version: Generated<number>
}

export interface ProviderReportObjectiveTable {
  report_id: string
  objective_id: string
  objective: string
  standing: 'not started' | 'some progress' | 'on track' | 'met' | 'not met' | null
  note: string | null
}

export interface ProviderReportReadingTable {
  id: string
  report_id: string
  by_user: string
  by_organisation: string
  as_role: 'coordinator' | 'school-referrer' | 'school-dsl' | 'virtual-school'
  reply: string | null
  at: Timestamp
}

export interface ProviderReportSafeguardingTable {
  id: string
  report_id: string
  words: string
  actions: string | null
  told: string | null
  by_user: string
  by_organisation: string
  at: Timestamp
  version: Generated<number>
}

export interface ProviderSiteTable {
  id: string
  provider_id: string
  name: string
  street: string | null
  town: string | null
  postcode: string | null
  latitude: number | null
  longitude: number | null
  closed_on: IsoDate | null
  version: Generated<number>
}

export interface ProviderStandingTable {
  provider_id: string
  employs_anyone: boolean | null
  no_employees_declared_on: IsoDate | null
  no_employees_declared_by: string | null
  safer_working_practice_on: IsoDate | null
  capacity_sessions: number | null
  version: Generated<number>
}

export interface ProviderSubcontractorTable {
  id: string
  provider_id: string
  name: string
  gives: string
  checked_how: string | null
  from_on: IsoDate
  to_on: IsoDate | null
  version: Generated<number>
}

export interface ProviderTrainingTable {
  id: string
  person_id: string
  provider_id: string
  trained_on: IsoDate
  trainer: 'county' | 'other'
  course: string | null
  recorded_by: string
  recorded_at: Timestamp
}

export interface PupilLinkTable {
  id: string
  placement_id: string
  token_hash: Buffer
  code_hash: Buffer
  tries: Generated<number>
  made_by: string
  made_at: Timestamp
  expires_at: Timestamp
  used_at: Timestamp | null
  revoked_at: Timestamp | null
  death_told_at: Timestamp | null
}

export interface PupilViewTable {
  id: string
  placement_id: string
  on_day: IsoDate
  how: 'link' | 'with an adult' | 'on paper'
  helped_by: string | null
  going: number | null
  safe: number | null
  learning: number | null
  best: string | null
  change: string | null
  words: string | null
  link_id: string | null
  recorded_by: string | null
  at: Timestamp
}

export interface QuestionTable {
  id: string
  reference: Generated<number>
  asked_by: string
  asked_organisation_id: string
  asked_at: Timestamp
  about_path: string | null
  topic: string
  routed_role: 'admissions' | 'sena' | 'virtual-school' | 'finance' | 'quality-assurance' | 'data-steward'
  words: string
  referral_id: string | null
  status: Generated<'open' | 'answered' | 'published'>
  answer: string | null
  answer_rules: Generated<string[]>
  answer_articles: Generated<string[]>
  answered_by: string | null
  answered_name: string | null
  answered_at: Timestamp | null
  personal_data_by: string | null
  personal_data_why: string | null
  article_id: string | null
  published_at: Timestamp | null
  reminded_at: Timestamp | null
  version: Generated<number>
}

export interface QuestionnaireTable {
  id: string
  reference: Generated<number>
  child_id: string
  provider_id: string
  commissioner_id: string
  placement_id: string | null
  status: Generated<'draft' | 'returned' | 'sent back' | 'accepted' | 'not needed'>
  opened_on: IsoDate
  due_on: IsoDate
  follows_id: string | null
  returned: Json | null
  'returned_sha256': string | null
  returned_at: Timestamp | null
  returned_by: string | null
  sent_back_because: string | null
  sent_back_at: Timestamp | null
  sent_back_by: string | null
  accepted_at: Timestamp | null
  accepted_by: string | null
  next_due_on: IsoDate | null
  not_needed_because: string | null
  set_aside_by: string | null
  set_aside_at: Timestamp | null
  told_quality: Generated<boolean>
  told_monitoring: Generated<boolean>
  returned_before: Generated<Json>
  reminded_at: Timestamp | null
  chased_at: Timestamp | null
  version: Generated<number>
}

export interface QuestionnaireAnswerTable {
  questionnaire_id: string
  question: number
  answer: Generated<string>
  drafted: string | null
  origins: Generated<Json>
  registered: boolean | null
  confirmed_by: string | null
  confirmed_at: Timestamp | null
  version: Generated<number>
}

export interface QuestionnaireRatingTable {
  questionnaire_id: string
  section: 'Choice of provider' | 'Monitoring' | 'Long-term aims'
  rating: 'strong' | 'enough' | 'not enough'
  why: string | null
  by_user: string
  at: Timestamp
}

export interface QuestionnaireRequestTable {
  id: string
  questionnaire_id: string
  question: number
  request: string
  asked_by: string
  asked_at: Timestamp
  due_on: IsoDate
  supplied: string | null
  supplied_by: string | null
  supplied_at: Timestamp | null
  reminded_at: Timestamp | null
  chased_at: Timestamp | null
  version: Generated<number>
}

export interface RecoveryCodeTable {
  id: string
  user_id: string
  code_hash: Buffer
  used_at: Timestamp | null
  created_at: Generated<Timestamp>
}

export interface ReferralTable {
  id: string
  reference: Generated<number>
  kind: 'school' | 'fair-access'
  status: Generated<'draft' | 'submitted' | 'accepted' | 'listed' | 'decided' | 'closed' | 'returned' | 'referred on' | 'withdrawn' | 'discarded'>
  child_id: string | null
  referring_organisation_id: string
  gate_on_roll: 'here' | 'elsewhere' | 'nowhere' | 'excluded' | null
  gate_special_needs: 'none' | 'sen-support' | 'top-up' | 'ehcp' | 'not known' | null
  gate_care: 'no' | 'own-authority' | 'other-authority' | 'previously' | 'not known' | null
  gate_admission_complete: 'yes' | 'no' | 'not applicable' | null
  asked_for: string | null
  tier_asked_for: number | null
  reason: string | null
  strengths: string | null
  lead_professional: string | null
  child_voice: string | null
  child_voice_how: string | null
  parent_voice: string | null
  parent_spoken_to: string | null
  parent_spoken_on: IsoDate | null
  parent_agrees: 'agrees' | 'does not agree' | 'could not be reached' | null
  medical: string | null
  transport: string | null
  attainment: string | null
  peers_to_avoid: string | null
  no_suspensions: boolean | null
  no_risks: boolean | null
  no_agencies: boolean | null
  sections_done: Generated<string[]>
  responsible_partnership_id: string | null
  route: 'ordinary' | 'fair-access' | 'looked-after-own' | 'looked-after-other' | 'annual-review' | 'top-up' | 'other-authority' | 'return-to-admissions' | null
  route_reason: string | null
  waiting_for: 'us' | 'school' | 'admissions' | 'panel' | 'virtual-school' | 'sena' | 'others' | null
  waiting_since: Timestamp | null
  started_by: string | null
  started_at: Generated<Timestamp>
  submitted_by: string | null
  submitted_at: Timestamp | null
  first_looked_at: Timestamp | null
  first_looked_by: string | null
  first_response_at: Timestamp | null
  assigned_to: string | null
  accepted_at: Timestamp | null
  ended_at: Timestamp | null
  ended_because: string | null
  referred_on_to: string | null
  version: Generated<number>
  route_rule: string | null
}

export interface ReferralVersionTable {
  id: string
  referral_id: string
  number: number
  content: Json
  hash: string
  because: string
  made_by: string | null
  made_at: Generated<Timestamp>
}

export interface RegisterMarkTable {
  id: string
  placement_id: string
  on_day: IsoDate
  starts_at: string
  ends_at: string
  happened: boolean
  mark: 'present' | 'late' | 'absent' | null
  minutes_late: number | null
  reason: 'ill' | 'appointment' | 'agreed by school' | 'other' | 'not known' | null
  note: string | null
  corrects_id: string | null
  because: string | null
  by_user: string
  by_organisation: string
  at: Timestamp
}

export interface RegisterNoticeTable {
  placement_id: string
  on_day: IsoDate
  starts_at: string
  kind: 'absence' | 'late return'
  sent_at: Timestamp
}

export interface RemovalAbsenceTable {
  id: string
  removal_id: string
  from_on: IsoDate
  to_on: IsoDate
  session: 'morning' | 'afternoon' | null
  code: string
  recorded_by: string
  recorded_at: Timestamp
}

export interface ResponseStepTable {
  id: string
  referral_id: string
  what: string
  from_on: IsoDate | null
  to_on: IsoDate | null
  impact: string | null
  position: Generated<number>
}

export interface ResponsibilityDisputeTable {
  id: string
  referral_id: string
  raised_by_id: string
  with_id: string
  reason: string
  opened_on: IsoDate
  proposed_share_percent: number | null
  proposal: string | null
  status: Generated<'open' | 'agreed' | 'not agreed' | 'withdrawn'>
  outcome: string | null
  agreed_by_raiser: string | null
  agreed_by_other: string | null
  moves_responsibility: Generated<boolean>
  ended_at: Timestamp | null
  version: Generated<number>
  case_reference: number
  school_id: string | null
  year_group: number | null
  proposed_by_id: string | null
}

export interface ResponsibilityMessageTable {
  id: string
  dispute_id: string
  body: string
  by_user: string | null
  by_organisation: string | null
  at: Generated<Timestamp>
}

export interface RevocationTable {
  id: Generated<number>
  at: Generated<Timestamp>
  kind: 'membership' | 'account' | 'credentials' | 'child protected'
  subject_id: string
  detail: Generated<Json>
}

export interface RiskTable {
  id: string
  referral_id: string
  hazard: string
  who: string
  likelihood: number
  severity: number
  controls: string
  review_on: IsoDate | null
}

export interface RollRemovalTable {
  id: string
  child_id: string
  school_id: string
  ground: string
  status: Generated<'proposed' | 'made' | 'withdrawn'>
  proposed_on: IsoDate
  deleted_on: IsoDate | null
  return_made_on: IsoDate | null
  new_school_confirmed_on: IsoDate | null
  parent_notice_on: IsoDate | null
  enquiries_completed_on: IsoDate | null
  sickness_believed: boolean | null
  note: string | null
  withdrawn_because: string | null
  support_reason: 'anxiety' | 'illness' | null
  support_from: IsoDate | null
  override_reason: string | null
  override_head: string | null
  made_by: string
  made_at: Timestamp
  version: Generated<number>
}

export interface RuleParameterTable {
  id: string
  parameter: string
  value: Json
  from_on: IsoDate
  source: string
  why: string
  proposed_by: string
  proposed_at: Timestamp
  previewed_at: Timestamp | null
  preview: Json | null
  made_by: string | null
  made_at: Timestamp | null
  discarded_at: Timestamp | null
  reading_of: string | null
  choice: string | null
  bundle: string | null
}

export interface RuleReadingTable {
  id: string
  contradiction: string
  reading: string
  because: string
  chosen_by: string
  chosen_at: Timestamp
  choice: string | null
}

export interface SchoolTable {
  organisation_id: string
  urn: string
  authority_number: string | null
  establishment_number: string | null
  ukprn: string | null
  type_code: string | null
  type_name: string | null
  maintained: boolean | null
  phase: string | null
  statutory_low_age: number | null
  statutory_high_age: number | null
  trust_name: string | null
  website: string | null
  weekly_minutes: number | null
  capacity: number | null
  opened_on: IsoDate | null
  gender: string | null
  locality: string | null
  county: string | null
  district: string | null
  previous_urns: Generated<string[]>
  gias_file_on: IsoDate | null
  gias_changed_at: Timestamp | null
}

export interface SchoolSessionTable {
  id: string
  child_id: string
  school_id: string
  weekday: number
  starts_at: string
  ends_at: string
  break_minutes: Generated<number>
  subjects: Generated<string[]>
  from_on: IsoDate
  to_on: IsoDate | null
  recorded_by: string
  recorded_at: Timestamp
}

export interface SearchMissTable {
  words: string
  on: IsoDate
  times: Generated<number>
}

export interface ServiceLevelAgreementTable {
  id: string
  provider_id: string
  commissioner_id: string
  signed_on: IsoDate
  signed_for_commissioner: string
  signed_for_provider: string
  ends_on: IsoDate | null
  kcsie_clause: boolean | null
  note: string | null
  recorded_by: string
  recorded_at: Timestamp
  version: Generated<number>
}

export interface SessionTable {
  id: string
  token_hash: Buffer
  user_id: string
  membership_id: string | null
  csrf_secret: Buffer
  started_at: Generated<Timestamp>
  last_seen_at: Generated<Timestamp>
  second_factor_at: Timestamp | null
  shared_computer: Generated<boolean>
  ended_at: Timestamp | null
  ended_because: string | null
  address: string | null
  device: string | null
}

export interface SettingTable {
  key: string
  value: Json
  version: Generated<number>
  changed_at: Generated<Timestamp>
  changed_by: string | null
}

export interface SignInAttemptTable {
  id: Generated<number>
  at: Generated<Timestamp>
  email_hash: Buffer
  address: string
  succeeded: boolean
}

export interface SpecialNeedsTable {
  id: string
  child_id: string
  status: string
  maintaining_authority: string | null
  primary_need: string | null
  secondary_need: string | null
  from_on: IsoDate
  to_on: IsoDate | null
  source: string
  recorded_by: string | null
  recorded_at: Generated<Timestamp>
  version: Generated<number>
}

export interface SubstantialPlanTable {
  id: string
  placement_id: string
  child_id: string
  provider_id: string
  status: Generated<'draft' | 'in force' | 'ended' | 'lapsed' | 'discarded'>
  purpose: string | null
  start_on: IsoDate | null
  written_on: IsoDate | null
  review_on: IsoDate | null
  end_on: IsoDate | null
  school_agreed_on: IsoDate | null
  school_agreed_by: string | null
  copy_sent_at: Timestamp | null
  copy_acknowledged_on: IsoDate | null
  copy_acknowledged_by: string | null
  ended_on: IsoDate | null
  ended_because: string | null
  made_by: string
  made_at: Timestamp
  version: Generated<number>
  warned_early_at: Timestamp | null
  warned_late_at: Timestamp | null
}

export interface SubstantialPlanAgreementTable {
  plan_id: string
  contact_id: string
  agreed: boolean | null
  on_day: IsoDate | null
  how: string | null
  recorded_by: string
  recorded_at: Timestamp
}

export interface TermTable {
  id: string
  school_id: string | null
  name: string
  starts_on: IsoDate
  ends_on: IsoDate
  version: Generated<number>
}

export interface TopUpTable {
  id: string
  child_id: string
  school_year: string
  amount_pence: number
  from_on: IsoDate
  to_on: IsoDate
  granted_by: string | null
  recorded_by: string | null
  recorded_at: Generated<Timestamp>
  version: Generated<number>
}

export interface TripwireOverrideTable {
  id: string
  placement_id: string
  head_name: string
  reason: string
  findings: Json
  made_by: string
  made_at: Timestamp
}

export interface UserAccountTable {
  id: string
  email: string
  name: string
  password_hash: string | null
  totp_secret: Buffer | null
  totp_last_step: number | null
  ended_at: Timestamp | null
  last_signed_in_at: Timestamp | null
  version: Generated<number>
  created_at: Generated<Timestamp>
  ended_because: 'not used' | 'closed' | null
  reopened_at: Timestamp | null
}

export interface VisitTable {
  id: string
  reference: Generated<number>
  provider_id: string
  site_id: string | null
  commissioner_id: string
  planned_on: IsoDate
  visited_on: IsoDate | null
  visitors: string | null
  purpose: string | null
  status: Generated<'planned' | 'draft' | 'submitted' | 'moderated' | 'published' | 'cancelled'>
  pupils_spoken_to: number | null
  insurance_checked: boolean | null
  insurance_note: string | null
  annual_assessment: Generated<boolean>
  summary: string | null
  submitted_by: string | null
  submitted_at: Timestamp | null
  moderated_by: string | null
  moderated_at: Timestamp | null
  sent_back_at: Timestamp | null
  published_at: Timestamp | null
  published_by: string | null
  cancelled_because: string | null
  made_by: string
  made_at: Timestamp
  version: Generated<number>
}

export interface VisitActionTable {
  id: string
  visit_id: string
  provider_id: string
  action: string
  due_on: IsoDate
  done_on: IsoDate | null
  done_note: string | null
  done_by: string | null
  accepted_on: IsoDate | null
  accepted_by: string | null
  made_by: string
  made_at: Timestamp
  reminded_for: IsoDate | null
  overdue_for: IsoDate | null
  version: Generated<number>
}

export interface VisitAdoptionTable {
  visit_id: string
  commissioner_id: string
  adopted_on: IsoDate
  reason: string
  by_user: string
  at: Timestamp
}

export interface VisitInterviewTable {
  id: string
  visit_id: string
  kind: 'staff' | 'pupils' | 'parents' | 'others'
  job: string | null
  people: Generated<number>
  note: string | null
  at: Timestamp
  by_user: string
  removed_at: Timestamp | null
  version: Generated<number>
}

export interface VisitItemTable {
  id: string
  visit_id: string
  section: 'A' | 'B' | 'C' | 'D'
  item: string | null
  free_words: string | null
  note: string | null
  seen_at: Timestamp
  by_user: string
  removed_at: Timestamp | null
  version: Generated<number>
}

export interface VisitJudgementTable {
  visit_id: string
  section: 'A' | 'B' | 'C' | 'D'
  grade: 'strong' | 'meets' | 'developing' | 'weak' | null
  judgement: string
  by_user: string
  at: Timestamp
  version: Generated<number>
}

export interface VisitModerationTable {
  id: string
  visit_id: string
  outcome: 'sent back' | 'moderated'
  words: string | null
  by_user: string
  at: Timestamp
}

export interface VisitReplyTable {
  id: string
  visit_id: string
  reply: string
  by_user: string
  at: Timestamp
}

export interface WorkExperienceTable {
  placement_id: string
  host_name: string
  host_address: string | null
  host_contact: string | null
  goal: 'reengagement' | 'post-16-transition' | null
  employs_anyone: boolean | null
  fully_audited: boolean | null
  liability_pence: number | null
  lebc_check_on: IsoDate | null
  genuine_declared_on: IsoDate | null
  indicators: Generated<string[]>
  version: Generated<number>
  activity: string | null
  reclassified_to: string | null
  reclassified_because: string | null
}

export interface Database {
  admission: AdmissionTable
  agency_involvement: AgencyInvolvementTable
  agenda_item: AgendaItemTable
  article: ArticleTable
  article_version: ArticleVersionTable
  attendance_summary: AttendanceSummaryTable
  audit_entry: AuditEntryTable
  audit_head: AuditHeadTable
  bank_holiday: BankHolidayTable
  calendar_feed: CalendarFeedTable
  care_status: CareStatusTable
  case_assignment: CaseAssignmentTable
  case_event: CaseEventTable
  case_message: CaseMessageTable
  case_note: CaseNoteTable
  challenge: ChallengeTable
  child: ChildTable
  child_address: ChildAddressTable
  child_lookup: ChildLookupTable
  closure: ClosureTable
  commissioner_check: CommissionerCheckTable
  concern_note: ConcernNoteTable
  contact: ContactTable
  context_key: ContextKeyTable
  correction: CorrectionTable
  decision: DecisionTable
  decision_action: DecisionActionTable
  disclosure: DisclosureTable
  enrolment: EnrolmentTable
  evidence_item: EvidenceItemTable
  evidence_reminder: EvidenceReminderTable
  evidence_sighting: EvidenceSightingTable
  exclusion: ExclusionTable
  fact_change: FactChangeTable
  factor_reset: FactorResetTable
  fair_access_case: FairAccessCaseTable
  file: FileTable
  finding: FindingTable
  form_key: FormKeyTable
  gias_import: GiasImportTable
  gias_row: GiasRowTable
  guidance_step: GuidanceStepTable
  guidance_topic: GuidanceTopicTable
  guidance_word: GuidanceWordTable
  import_batch: ImportBatchTable
  import_row: ImportRowTable
  import_write: ImportWriteTable
  individual_plan: IndividualPlanTable
  information_request: InformationRequestTable
  insurance_policy: InsurancePolicyTable
  interest: InterestTable
  invitation: InvitationTable
  lifecycle_transition: LifecycleTransitionTable
  managed_move: ManagedMoveTable
  managed_move_consent: ManagedMoveConsentTable
  medical_exception: MedicalExceptionTable
  meeting: MeetingTable
  meeting_attendance: MeetingAttendanceTable
  membership: MembershipTable
  message: MessageTable
  migration: MigrationTable
  new_pupil_return: NewPupilReturnTable
  no_school_time: NoSchoolTimeTable
  notice: NoticeTable
  notice_template: NoticeTemplateTable
  objective_progress: ObjectiveProgressTable
  off_site_direction: OffSiteDirectionTable
  off_site_review: OffSiteReviewTable
  off_site_review_request: OffSiteReviewRequestTable
  on_roll_check: OnRollCheckTable
  one_time_link: OneTimeLinkTable
  organisation: OrganisationTable
  pack: PackTable
  pack_item: PackItemTable
  pack_reading: PackReadingTable
  panel_cycle: PanelCycleTable
  partnership: PartnershipTable
  partnership_member: PartnershipMemberTable
  partnership_member_change: PartnershipMemberChangeTable
  passkey: PasskeyTable
  placement: PlacementTable
  placement_agreement: PlacementAgreementTable
  placement_change: PlacementChangeTable
  placement_closing: PlacementClosingTable
  placement_contact: PlacementContactTable
  placement_event: PlacementEventTable
  placement_review: PlacementReviewTable
  placement_session: PlacementSessionTable
  placement_tutor: PlacementTutorTable
  plan_objective: PlanObjectiveTable
  possible_duplicate: PossibleDuplicateTable
  postcode_authority: PostcodeAuthorityTable
  proposed_change: ProposedChangeTable
  protected_location: ProtectedLocationTable
  protected_notice: ProtectedNoticeTable
  provider: ProviderTable
  provider_approval: ProviderApprovalTable
  provider_audit: ProviderAuditTable
  provider_concern: ProviderConcernTable
  provider_listing: ProviderListingTable
  provider_number_check: ProviderNumberCheckTable
  provider_person: ProviderPersonTable
  provider_report: ProviderReportTable
  provider_report_objective: ProviderReportObjectiveTable
  provider_report_reading: ProviderReportReadingTable
  provider_report_safeguarding: ProviderReportSafeguardingTable
  provider_site: ProviderSiteTable
  provider_standing: ProviderStandingTable
  provider_subcontractor: ProviderSubcontractorTable
  provider_training: ProviderTrainingTable
  pupil_link: PupilLinkTable
  pupil_view: PupilViewTable
  question: QuestionTable
  questionnaire: QuestionnaireTable
  questionnaire_answer: QuestionnaireAnswerTable
  questionnaire_rating: QuestionnaireRatingTable
  questionnaire_request: QuestionnaireRequestTable
  recovery_code: RecoveryCodeTable
  referral: ReferralTable
  referral_version: ReferralVersionTable
  register_mark: RegisterMarkTable
  register_notice: RegisterNoticeTable
  removal_absence: RemovalAbsenceTable
  response_step: ResponseStepTable
  responsibility_dispute: ResponsibilityDisputeTable
  responsibility_message: ResponsibilityMessageTable
  revocation: RevocationTable
  risk: RiskTable
  roll_removal: RollRemovalTable
  rule_parameter: RuleParameterTable
  rule_reading: RuleReadingTable
  school: SchoolTable
  school_session: SchoolSessionTable
  search_miss: SearchMissTable
  service_level_agreement: ServiceLevelAgreementTable
  session: SessionTable
  setting: SettingTable
  sign_in_attempt: SignInAttemptTable
  special_needs: SpecialNeedsTable
  substantial_plan: SubstantialPlanTable
  substantial_plan_agreement: SubstantialPlanAgreementTable
  term: TermTable
  top_up: TopUpTable
  tripwire_override: TripwireOverrideTable
  user_account: UserAccountTable
  visit: VisitTable
  visit_action: VisitActionTable
  visit_adoption: VisitAdoptionTable
  visit_interview: VisitInterviewTable
  visit_item: VisitItemTable
  visit_judgement: VisitJudgementTable
  visit_moderation: VisitModerationTable
  visit_reply: VisitReplyTable
  work_experience: WorkExperienceTable
}

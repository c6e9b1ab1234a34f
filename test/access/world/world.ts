import type { IsoDate } from '#domain/dates.ts'
import { emptyProvision, type ProvisionTables } from './provision/rows.ts'
import type * as row from './rows.ts'

/** Everything that is stored, by table, as the test believes it to be. */
export interface Tables extends ProvisionTables {
  organisation: row.Organisation[]
  user_account: row.Person[]
  membership: row.Membership[]
  session: row.Session[]
  passkey: row.OfPerson[]
  recovery_code: row.OfPerson[]
  one_time_link: row.Link[]
  sign_in_attempt: row.Any[]
  challenge: row.OfPerson[]
  form_key: row.FormKey[]
  factor_reset: row.FactorReset[]
  setting: row.Setting[]
  message: row.Message[]
  school: row.Any[]
  partnership: row.Any[]
  partnership_member: row.Any[]
  partnership_member_change: row.Any[]
  provider: row.Any[]
  term: row.Any[]
  closure: row.Any[]
  bank_holiday: row.Any[]
  postcode_authority: row.Any[]
  gias_import: row.Any[]
  gias_row: row.Any[]
  child: row.Child[]
  enrolment: row.Enrolment[]
  child_address: row.OfChild[]
  contact: row.OfChild[]
  special_needs: row.SpecialNeeds[]
  top_up: row.TopUp[]
  care_status: row.CareStatus[]
  agency_involvement: row.OfChild[]
  admission: row.OfChild[]
  exclusion: row.Exclusion[]
  protected_location: row.ProtectedLocation[]
  protected_notice: row.ProtectedNotice[]
  possible_duplicate: row.PairOfChildren[]
  correction: row.Correction[]
  proposed_change: row.ProposedChange[]
  child_lookup: row.Lookup[]
  referral: row.Referral[]
  fair_access_case: row.FairAccessCase[]
  response_step: row.OfReferral[]
  attendance_summary: row.OfReferral[]
  risk: row.OfReferral[]
  referral_version: row.OfReferral[]
  case_event: row.OfReferral[]
  information_request: row.InformationRequest[]
  case_note: row.CaseNote[]
  case_message: row.CaseMessage[]
  responsibility_dispute: row.Dispute[]
  responsibility_message: row.DisputeMessage[]
  file: row.File[]
  case_assignment: row.Assignment[]
  finding: row.Finding[]
  panel_cycle: row.Cycle[]
  meeting: row.Meeting[]
  invitation: row.Invitation[]
  meeting_attendance: row.OfMeeting[]
  agenda_item: row.AgendaItem[]
  pack: row.Pack[]
  pack_item: row.PackItem[]
  pack_reading: row.PackReading[]
  interest: row.Interest[]
  decision: row.Decision[]
  decision_action: row.Action[]
  notice_template: row.Any[]
  notice: row.Notice[]
  on_roll_check: row.OnRollCheck[]
  calendar_feed: row.Feed[]
  import_batch: row.Batch[]
  import_row: row.BatchRow[]
  import_write: row.BatchWrite[]
  audit_entry: row.Entry[]
  article: row.Article[]
  article_version: row.Version[]
  guidance_topic: row.Any[]
  guidance_step: row.Any[]
  search_miss: row.Any[]
  rule_parameter: row.Parameter[]
  rule_reading: row.Any[]
  question: row.Question[]
}
export type Table = keyof Tables
export type RowOf<T extends Table> = Tables[T][number]

/** One way of asking: a person under one membership in one session, or a service with a purpose, or nobody. */
export interface Asker {
  readonly name: string
  readonly userId?: string | undefined
  readonly membershipId?: string | undefined
  readonly sessionId?: string | undefined
  readonly purpose:
    | 'request'
    | 'job'
    | 'worker'
    | 'sign-in'
    | 'demo'
    | 'set-up'
    | 'health'
    | 'nobody'
}

export interface World {
  readonly today: IsoDate
  readonly now: Date
  readonly authority: string
  readonly askers: readonly Asker[]
  readonly rows: Tables
}

/** Tables in the order in which they can be filled. */
export const emptyTables = (): Tables => ({
  organisation: [],
  user_account: [],
  membership: [],
  session: [],
  passkey: [],
  recovery_code: [],
  one_time_link: [],
  sign_in_attempt: [],
  challenge: [],
  form_key: [],
  factor_reset: [],
  setting: [],
  message: [],
  school: [],
  partnership: [],
  partnership_member: [],
  partnership_member_change: [],
  provider: [],
  term: [],
  closure: [],
  bank_holiday: [],
  postcode_authority: [],
  gias_import: [],
  gias_row: [],
  child: [],
  enrolment: [],
  child_address: [],
  contact: [],
  special_needs: [],
  top_up: [],
  care_status: [],
  agency_involvement: [],
  admission: [],
  exclusion: [],
  protected_location: [],
  protected_notice: [],
  possible_duplicate: [],
  correction: [],
  proposed_change: [],
  child_lookup: [],
  referral: [],
  fair_access_case: [],
  response_step: [],
  attendance_summary: [],
  risk: [],
  referral_version: [],
  case_event: [],
  information_request: [],
  case_note: [],
  case_message: [],
  responsibility_dispute: [],
  responsibility_message: [],
  case_assignment: [],
  panel_cycle: [],
  meeting: [],
  invitation: [],
  meeting_attendance: [],
  agenda_item: [],
  pack: [],
  pack_item: [],
  pack_reading: [],
  interest: [],
  decision: [],
  decision_action: [],
  ...emptyProvision(),
  file: [],
  finding: [],
  notice_template: [],
  notice: [],
  on_roll_check: [],
  calendar_feed: [],
  import_batch: [],
  import_row: [],
  import_write: [],
  audit_entry: [],
  article: [],
  article_version: [],
  guidance_topic: [],
  guidance_step: [],
  search_miss: [],
  rule_parameter: [],
  rule_reading: [],
  question: [],
})

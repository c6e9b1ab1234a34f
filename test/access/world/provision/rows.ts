import type { IsoDate } from '#domain/dates.ts'
import type { OfChild, Row } from '../rows.ts'

type Id = string
type Day = IsoDate
type Moment = string

export type Placement = Row<{
  id: Id
  child_id: Id
  commissioner_id: Id
  arranged_by_id: Id | null
  provider_id: Id | null
  status: string
  provider_reads_until: Day | null
}>
export type OfPlacement = Row<{ id: Id; placement_id: Id }>
export type Tutor = Row<{ placement_id: Id; user_id: Id; from_on: Day; to_on: Day | null }>
export type SchoolSession = Row<{ id: Id; child_id: Id; school_id: Id }>
export type Disclosure = Row<{
  id: Id
  child_id: Id
  placement_id: Id | null
  to_organisation_id: Id | null
  shared: boolean
  by_user: Id
}>
export type SubstantialPlan = Row<{
  id: Id
  placement_id: Id
  child_id: Id
  provider_id: Id
  status: string
}>
export type PlanAgreement = Row<{ plan_id: Id; contact_id: Id }>
export type OfProvider = Row<{ id: Id; provider_id: Id }>
export type Listing = Row<{ id: Id; provider_id: Id; left_on: Day | null }>
export type Standing = Row<{ provider_id: Id }>
export type Evidence = Row<{
  id: Id
  provider_id: Id
  document: string
  superseded_at: Moment | null
}>
export type Insurance = Row<{ evidence_id: Id; provider_id: Id }>
export type Sighting = Row<{ id: Id; evidence_id: Id; commissioner_id: Id }>
export type OfCommissioner = Row<{ id: Id; provider_id: Id; commissioner_id: Id }>
export type Reminder = Row<{ evidence_id: Id; days_before: number }>
export type Plan = Row<{ id: Id; placement_id: Id; number: number; status: string }>
export type Objective = Row<{ id: Id; placement_id: Id; added_in: number }>
export type Progress = Row<{ id: Id; placement_id: Id; objective_id: Id }>
/** By a person of an organisation, or by a job. */
export type Told = Row<{ id: Id; placement_id: Id; by_organisation: Id | null }>
export type Contacted = Row<{ id: Id; placement_id: Id; by_organisation: Id }>
export type Closing = Row<{ placement_id: Id }>
export type Report = Row<{
  id: Id
  placement_id: Id
  kind: string
  status: string
  by_user: Id
  by_organisation: Id
}>
export type OfReport = Row<{ id: Id; report_id: Id; by_user: Id; by_organisation: Id }>
export type ObjectiveOfReport = Row<{ report_id: Id; objective_id: Id }>
export type RegisterNotice = Row<{ placement_id: Id; on_day: Day; starts_at: string; kind: string }>
export type Direction = Row<{ id: Id; child_id: Id; school_id: Id; status: string }>
export type OfDirection = Row<{ id: Id; direction_id: Id }>
export type Move = Row<{
  id: Id
  child_id: Id
  from_school_id: Id
  to_school_id: Id
  status: string
  trial: boolean
}>
export type Consent = Row<{ id: Id; move_id: Id; party: string }>
export type Removal = Row<{ id: Id; child_id: Id; school_id: Id; status: string }>
export type Absence = Row<{ id: Id; removal_id: Id }>
export type PupilReturn = Row<{
  enrolment_id: Id
  child_id: Id
  school_id: Id
  made_on: Day | null
}>
export type Visit = Row<{
  id: Id
  provider_id: Id
  commissioner_id: Id
  status: string
  sent_back_at: Moment | null
}>
export type ConcernNote = Row<{ id: Id; concern_id: Id }>
export type OfVisit = Row<{ id: Id; visit_id: Id }>
export type Judgement = Row<{ visit_id: Id; section: string }>
export type VisitAction = Row<{ id: Id; visit_id: Id; provider_id: Id }>
export type Adoption = Row<{ visit_id: Id; commissioner_id: Id }>
export type Concern = Row<{
  id: Id
  provider_id: Id
  raised_by: Id
  by_organisation: Id
  status: string
}>
export type Questionnaire = Row<{
  id: Id
  child_id: Id
  provider_id: Id
  commissioner_id: Id
  status: string
}>
export type Answer = Row<{ questionnaire_id: Id; question: number }>
export type Rating = Row<{ questionnaire_id: Id; section: string }>
export type Request = Row<{ id: Id; questionnaire_id: Id; question: number }>

/** The tables of provision: what comes after the panel. */
export interface ProvisionTables {
  placement: Placement[]
  placement_session: OfPlacement[]
  school_session: SchoolSession[]
  medical_exception: OfChild[]
  no_school_time: OfChild[]
  placement_event: Told[]
  placement_change: OfPlacement[]
  placement_agreement: OfPlacement[]
  tripwire_override: OfPlacement[]
  placement_tutor: Tutor[]
  disclosure: Disclosure[]
  substantial_plan: SubstantialPlan[]
  substantial_plan_agreement: PlanAgreement[]
  provider_standing: Standing[]
  provider_site: OfProvider[]
  provider_subcontractor: OfProvider[]
  provider_number_check: OfProvider[]
  provider_person: OfProvider[]
  provider_training: OfProvider[]
  evidence_item: Evidence[]
  insurance_policy: Insurance[]
  evidence_sighting: Sighting[]
  commissioner_check: OfCommissioner[]
  service_level_agreement: OfCommissioner[]
  provider_audit: OfProvider[]
  provider_listing: Listing[]
  evidence_reminder: Reminder[]
  individual_plan: Plan[]
  plan_objective: Objective[]
  placement_review: OfPlacement[]
  objective_progress: Progress[]
  placement_contact: Contacted[]
  pupil_link: OfPlacement[]
  pupil_view: OfPlacement[]
  placement_closing: Closing[]
  provider_report: Report[]
  provider_report_objective: ObjectiveOfReport[]
  provider_report_safeguarding: OfReport[]
  provider_report_reading: OfReport[]
  register_mark: OfPlacement[]
  register_notice: RegisterNotice[]
  off_site_direction: Direction[]
  off_site_review: OfDirection[]
  off_site_review_request: OfDirection[]
  managed_move: Move[]
  managed_move_consent: Consent[]
  roll_removal: Removal[]
  removal_absence: Absence[]
  new_pupil_return: PupilReturn[]
  work_experience: Closing[]
  visit: Visit[]
  visit_item: OfVisit[]
  visit_interview: OfVisit[]
  visit_judgement: Judgement[]
  visit_action: VisitAction[]
  visit_moderation: OfVisit[]
  visit_reply: OfVisit[]
  visit_adoption: Adoption[]
  provider_concern: Concern[]
  concern_note: ConcernNote[]
  provider_approval: OfProvider[]
  questionnaire: Questionnaire[]
  questionnaire_answer: Answer[]
  questionnaire_rating: Rating[]
  questionnaire_request: Request[]
}

/** In the order in which they can be filled. */
export const emptyProvision = (): ProvisionTables => ({
  placement: [],
  placement_session: [],
  school_session: [],
  medical_exception: [],
  no_school_time: [],
  placement_event: [],
  placement_change: [],
  placement_agreement: [],
  tripwire_override: [],
  placement_tutor: [],
  disclosure: [],
  substantial_plan: [],
  substantial_plan_agreement: [],
  provider_standing: [],
  provider_site: [],
  provider_subcontractor: [],
  provider_number_check: [],
  provider_person: [],
  provider_training: [],
  evidence_item: [],
  insurance_policy: [],
  evidence_sighting: [],
  commissioner_check: [],
  service_level_agreement: [],
  provider_audit: [],
  provider_listing: [],
  evidence_reminder: [],
  individual_plan: [],
  plan_objective: [],
  placement_review: [],
  objective_progress: [],
  placement_contact: [],
  pupil_link: [],
  pupil_view: [],
  placement_closing: [],
  provider_report: [],
  provider_report_objective: [],
  provider_report_safeguarding: [],
  provider_report_reading: [],
  register_mark: [],
  register_notice: [],
  off_site_direction: [],
  off_site_review: [],
  off_site_review_request: [],
  managed_move: [],
  managed_move_consent: [],
  roll_removal: [],
  removal_absence: [],
  new_pupil_return: [],
  work_experience: [],
  visit: [],
  visit_item: [],
  visit_interview: [],
  visit_judgement: [],
  visit_action: [],
  visit_moderation: [],
  visit_reply: [],
  visit_adoption: [],
  provider_concern: [],
  concern_note: [],
  provider_approval: [],
  questionnaire: [],
  questionnaire_answer: [],
  questionnaire_rating: [],
  questionnaire_request: [],
})

import type { IsoDate } from '#domain/dates.ts'
import type { Role } from '#domain/permissions.ts'

/** A row as the test holds it: what decides about access by name, anything else beside it. */
export type Row<Fields> = Fields & { readonly [column: string]: unknown }
type Id = string
type Day = IsoDate
type Moment = string

export type Organisation = Row<{
  id: Id
  kind: 'authority' | 'team' | 'partnership' | 'school' | 'provider'
  team: string | null
}>
export type Person = Row<{ id: Id; ended_at: Moment | null }>
export type Membership = Row<{
  id: Id
  user_id: Id
  organisation_id: Id
  role: Role
  administrator: boolean
  valid_from: Day
  valid_to: Day | null
}>
export type Session = Row<{
  id: Id
  user_id: Id
  membership_id: Id | null
  ended_at: Moment | null
}>
export type Child = Row<{ id: Id; created_by_organisation_id: Id; merged_into_id: Id | null }>
export type Enrolment = Row<{
  id: Id
  child_id: Id
  school_id: Id
  from_on: Day
  to_on: Day | null
}>
export type OfChild = Row<{ id: Id; child_id: Id }>
export type SpecialNeeds = Row<{
  id: Id
  child_id: Id
  status: string
  from_on: Day
  to_on: Day | null
}>
export type TopUp = Row<{ id: Id; child_id: Id; from_on: Day; to_on: Day }>
export type CareStatus = Row<{
  id: Id
  child_id: Id
  status: string
  authority: string | null
  from_on: Day
  to_on: Day | null
}>
export type Exclusion = Row<{ id: Id; child_id: Id; school_id: Id }>
export type ProtectedLocation = Row<{ id: Id; child_id: Id; holder_organisation_id: Id }>
export type ProtectedNotice = Row<{ child_id: Id; holder_organisation_id: Id }>
export type PairOfChildren = Row<{ id: Id; child_id: Id; other_child_id: Id }>
export type Correction = Row<{
  id: Id
  child_id: Id
  about: 'identity' | 'education' | 'special needs' | 'care' | 'contacts'
  corrected_by: Id
}>
export type ProposedChange = Row<{
  id: Id
  child_id: Id
  other_child_id: Id | null
  kind: 'upn' | 'birth-date' | 'merge'
  proposed_by: Id
  proposed_by_organisation_id: Id
  outcome: string | null
}>
export type Referral = Row<{
  id: Id
  kind: 'school' | 'fair-access'
  status: string
  child_id: Id | null
  referring_organisation_id: Id
  responsible_partnership_id: Id | null
}>
export type OfReferral = Row<{ id: Id; referral_id: Id }>
export type FairAccessCase = Row<{ referral_id: Id }>
export type InformationRequest = Row<{
  id: Id
  referral_id: Id
  asked_of_organisation_id: Id
}>
export type CaseNote = Row<{
  id: Id
  referral_id: Id
  shared_with_school: boolean
  by_organisation: Id
}>
export type CaseMessage = Row<{
  id: Id
  referral_id: Id
  from_organisation_id: Id
  to_organisation_id: Id
}>
export type Dispute = Row<{ id: Id; referral_id: Id; raised_by_id: Id; with_id: Id }>
export type DisputeMessage = Row<{ id: Id; dispute_id: Id; by_organisation: Id }>
export type File = Row<{
  id: Id
  referral_id: Id | null
  evidence_id?: Id | null
  visit_id?: Id | null
  state: string
  by_organisation: Id
}>
export type Assignment = Row<{
  id: Id
  referral_id: Id
  user_id: Id
  from_on: Day
  to_on: Day | null
}>
export type Finding = Row<{
  id: Id
  referral_id: Id | null
  child_id: Id | null
  placement_id?: Id | null
  provider_id?: Id | null
  subject_type?: string
  subject_id?: Id
}>
export type Cycle = Row<{ id: Id; partnership_id: Id }>
export type Meeting = Row<{
  id: Id
  partnership_id: Id
  status: string
  window_opens_at: Moment | null
  window_closes_at: Moment | null
}>
export type Invitation = Row<{
  id: Id
  meeting_id: Id
  school_id: Id
  withdrawn_at: Moment | null
}>
export type OfMeeting = Row<{ id: Id; meeting_id: Id }>
export type AgendaItem = Row<{ id: Id; meeting_id: Id; referral_id: Id; status: string }>
export type Pack = Row<{
  id: Id
  meeting_id: Id
  superseded_at: Moment | null
  recalled_at: Moment | null
}>
export type PackItem = Row<{ id: Id; pack_id: Id; agenda_item_id: Id }>
export type PackReading = Row<{ id: Id; pack_id: Id; user_id: Id }>
export type Interest = Row<{
  id: Id
  agenda_item_id: Id
  user_id: Id | null
  school_id: Id | null
  recused: boolean
  ended_at: Moment | null
}>
export type Decision = Row<{
  id: Id
  referral_id: Id
  agenda_item_id: Id | null
  status: string
  school_id: Id | null
  issued_at: Moment | null
}>
export type Action = Row<{
  id: Id
  meeting_id: Id | null
  referral_id: Id | null
  owner_organisation_id: Id | null
  owner_user_id: Id | null
}>
export type Notice = Row<{ id: Id; referral_id: Id; to_organisation_id: Id }>
export type OnRollCheck = Row<{ id: Id; referral_id: Id; school_id: Id; decision_id: Id }>
export type Feed = Row<{ id: Id; user_id: Id; membership_id: Id }>
export type Batch = Row<{ id: Id; organisation_id: Id }>
export type BatchRow = Row<{ id: Id; batch_id: Id }>
export type BatchWrite = Row<{ batch_id: Id; table_name: string; row_id: Id }>
export type OfPerson = Row<{ id: Id; user_id: Id | null }>
export type Link = Row<{ id: Id; user_id: Id; kind: string }>
export type FactorReset = Row<{ id: Id; user_id: Id; asked_by: Id }>
export type FormKey = Row<{ key: Id; user_id: Id }>
export type Lookup = Row<{ id: Id; user_id: Id; membership_id: Id }>
export type Message = Row<{
  id: Id
  to_user_id: Id | null
  to_organisation_id: Id | null
  from_organisation_id: Id | null
}>
export type Entry = Row<{ seq: number; user_id: Id | null; child_id: Id | null }>
export type Setting = Row<{ key: string }>
export type Article = Row<{ id: Id; owner_id: Id; kind: 'article' | 'answer'; status: string }>
export type Version = Row<{ article_id: Id; number: number }>
export type Parameter = Row<{ id: Id; made_at: Moment | null }>
export type Question = Row<{
  id: Id
  asked_by: Id
  asked_organisation_id: Id
  routed_role: Role
  referral_id: Id | null
  status: string
}>
export type Any = Row<object>

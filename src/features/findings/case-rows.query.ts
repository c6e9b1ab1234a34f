import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'

type Row<T> = readonly (T & { readonly [column: string]: unknown })[]

/** What `case_facts` answers: a list for each table, with the columns that a rule reads. Moments are text. */
export interface CaseRows {
  readonly referrals: Row<{
    id: string
    kind: 'school' | 'fair-access'
    status: string
    child_id: string | null
    referring_organisation_id: string
    gate_on_roll: string | null
    gate_special_needs: string | null
    gate_care: string | null
    submitted_at: string | null
    first_response_at: string | null
    ended_at: string | null
  }>
  readonly fairAccessCases: Row<{
    referral_id: string
    category: string | null
    in_year_measures_tried: boolean | null
    received_on: IsoDate | null
    accepted_on: IsoDate | null
  }>
  readonly disputes: Row<{ referral_id: string; opened_on: IsoDate; ended_at: string | null }>
  readonly children: Row<{ id: string; birth_date: IsoDate }>
  readonly enrolments: Row<{
    child_id: string
    school_id: string
    kind: 'current' | 'main' | 'subsidiary'
    from_on: IsoDate
    to_on: IsoDate | null
    year_group: number | null
  }>
  readonly addresses: Row<{
    child_id: string
    home_authority: string | null
    home_area_id: string | null
    from_on: IsoDate
    to_on: IsoDate | null
  }>
  readonly contacts: Row<{
    id: string
    child_id: string
    parental_responsibility: boolean | null
  }>
  readonly specialNeeds: Row<{
    child_id: string
    status: string
    maintaining_authority: string | null
    from_on: IsoDate
    to_on: IsoDate | null
  }>
  readonly topUps: Row<{ child_id: string; school_year: string; amount_pence: number }>
  readonly care: Row<{
    child_id: string
    status: 'looked-after' | 'previously-looked-after' | 'never-looked-after'
    authority: string | null
    from_on: IsoDate
    to_on: IsoDate | null
    has_social_worker: boolean
    has_virtual_school_contact: boolean
  }>
  readonly admissions: Row<{
    id: string
    child_id: string
    school_id: string
    applied_on: IsoDate
    outcome_on: IsoDate | null
    completed_on: IsoDate | null
  }>
  readonly exclusions: Row<{
    id: string
    child_id: string
    school_id: string
    from_on: IsoDate
    reinstated_on: IsoDate | null
    education_from: IsoDate | null
  }>
  readonly agenda: Row<{ referral_id: string; meeting_id: string; starts_at: string }>
  readonly meetings: Row<{ id: string; partnership_id: string; starts_at: string }>
  readonly invitations: Row<{ meeting_id: string; school_id: string; sent_at: string }>
  readonly attendance: Row<{ meeting_id: string; school_id: string | null; attended: string }>
  readonly decisions: Row<{
    id: string
    referral_id: string
    meeting_id: string | null
    code: string
    status: 'recorded' | 'issued'
    school_id: string | null
    tier: number | null
    decided_at: string
    issued_at: string | null
    start_on: IsoDate | null
    end_on: IsoDate | null
  }>
  readonly notices: Row<{
    referral_id: string
    decision_id: string | null
    to_organisation_id: string
    team: string | null
    sent_at: string
  }>
  readonly onRoll: Row<{
    decision_id: string
    referral_id: string
    school_confirmed_at: string | null
    admissions_confirmed_at: string | null
    school_objects: string | null
  }>
}

/** The rows behind these referrals in one question to the database, whoever asks (migration 0011 says why). */
export async function caseRows(tx: Tx, referralIds: readonly string[]): Promise<CaseRows> {
  const { rows } = await sql<{ facts: CaseRows }>`
    select onroll.case_facts(${`{${referralIds.join(',')}}`}::uuid[]) as facts`.execute(tx)
  const facts = rows[0]?.facts
  if (!facts) throw new Error('case_facts answered nothing')
  return facts
}

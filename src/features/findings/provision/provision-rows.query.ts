import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { CaseRows } from '../case-rows.query.ts'

type Row<T> = readonly (T & { readonly [column: string]: unknown })[]
type Weeks = 'every' | 'A' | 'B'

/** What `provision_facts` answers: a list for each table, with the columns that a rule reads. */
export interface ProvisionRows
  extends Pick<
    CaseRows,
    'children' | 'enrolments' | 'contacts' | 'specialNeeds' | 'topUps' | 'care'
  > {
  readonly placements: Row<{
    id: string
    child_id: string
    provider_id: string
    commissioner_id: string
    commissioner_kind: 'authority' | 'partnership' | 'school'
    status: 'proposed' | 'offered' | 'declined' | 'accepted' | 'live'
    planned_start_on: IsoDate
    planned_end_on: IsoDate | null
    started_on: IsoDate | null
    purpose: string | null
    need_category: 'behaviour' | 'health' | 'vulnerability' | null
    supervised: boolean | null
    dual_registered: boolean | null
    arranged_under: 's19' | 's42' | 's61' | null
    attendance_code: string | null
    subjects: readonly string[]
  }>
  readonly sessions: Row<{
    placement_id: string
    weekday: number
    starts_at: string
    ends_at: string
    break_minutes: number
    in_weeks: Weeks
    from_on: IsoDate
    to_on: IsoDate | null
  }>
  readonly schoolSessions: Row<{
    child_id: string
    minutes: number
    break_minutes: number
    subjects: readonly string[]
    from_on: IsoDate
    to_on: IsoDate | null
  }>
  readonly noSchoolTime: Row<{ child_id: string; from_on: IsoDate; to_on: IsoDate | null }>
  readonly medicalExceptions: Row<{
    child_id: string
    recorded_on: IsoDate
    review_on: IsoDate | null
  }>
  readonly plans: Row<{
    id: string
    placement_id: string
    child_id: string
    provider_id: string
    status: 'draft' | 'in force' | 'lapsed'
    start_on: IsoDate | null
    written_on: IsoDate | null
    review_on: IsoDate | null
    end_on: IsoDate | null
    school_agreed_on: IsoDate | null
    copy_acknowledged_on: IsoDate | null
    made_at: string
  }>
  readonly planAgreements: Row<{ plan_id: string; contact_id: string; agreed: boolean | null }>
}

/** The rows behind these children's weeks in one question, as far as the person asking may see them (migration 0041_provision-facts). */
export async function provisionRows(tx: Tx, childIds: readonly string[]): Promise<ProvisionRows> {
  const { rows } = await sql<{ facts: ProvisionRows }>`
    select onroll.provision_facts(${`{${[...new Set(childIds)].join(',')}}`}::uuid[]) as facts`.execute(
    tx,
  )
  const facts = rows[0]?.facts
  if (!facts) throw new Error('provision_facts answered nothing')
  return facts
}

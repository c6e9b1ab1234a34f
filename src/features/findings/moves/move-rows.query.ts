import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'

type Row<T> = readonly (T & { readonly [column: string]: unknown })[]

/** What `move_facts` answers: a list for each table, with the columns that a rule reads. */
export interface MoveRows {
  readonly moves: Row<{
    id: string
    child_id: string
    from_school_id: string
    to_school_id: string
    start_on: IsoDate | null
    purpose: string | null
    protocol: string | null
    pressure_reported: boolean | null
    authority_decision_on: IsoDate | null
    trial: boolean
    trial_end_on: IsoDate | null
  }>
  readonly consents: Row<{
    move_id: string
    party: 'from school' | 'to school' | 'person with parental responsibility'
    contact_id: string | null
    agreed: boolean
  }>
  readonly removals: Row<{
    id: string
    child_id: string
    school_id: string
    ground: string
    deleted_on: IsoDate | null
    return_made_on: IsoDate | null
    new_school_confirmed_on: IsoDate | null
    parent_notice_on: IsoDate | null
    enquiries_completed_on: IsoDate | null
    sickness_believed: boolean | null
    support_reason: 'anxiety' | 'illness' | null
    support_from: IsoDate | null
    proposed_on: IsoDate
  }>
  readonly absences: Row<{
    removal_id: string
    from_on: IsoDate
    to_on: IsoDate
    session: 'morning' | 'afternoon' | null
    code: string
  }>
  readonly returns: Row<{
    enrolment_id: string
    child_id: string
    school_id: string
    entered_on: IsoDate
    made_on: IsoDate | null
  }>
  readonly placements: Row<{
    id: string
    child_id: string
    provider_id: string
    need_category: string | null
    started_on: IsoDate
    ended_on: IsoDate | null
    status: string
  }>
}

/** The rows behind these children's moves in one question, as far as the person asking may see (migration 0047). */
export async function moveRows(tx: Tx, childIds: readonly string[]): Promise<MoveRows> {
  const { rows } = await sql<{ facts: MoveRows }>`
    select onroll.move_facts(${`{${[...new Set(childIds)].join(',')}}`}::uuid[]) as facts`.execute(
    tx,
  )
  const facts = rows[0]?.facts
  if (!facts) throw new Error('move_facts answered nothing')
  return facts
}

import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { changed } from '../changed.ts'

export const agenciesOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('agency_involvement as a')
    .leftJoin('user_account as recorder', 'recorder.id', 'a.recorded_by')
    .select([
      'a.id',
      'a.agency',
      'a.status',
      'a.worker',
      'a.worker_contact as workerContact',
      'a.from_on as fromOn',
      'a.to_on as toOn',
      'a.version',
      'recorder.name as recordedBy',
      'a.recorded_at as recordedAt',
    ])
    .where('a.child_id', '=', childId)
    .orderBy(eb => eb('a.status', '=', 'closed'))
    .orderBy('a.from_on', 'desc')
    .execute()
export type Agency = Awaited<ReturnType<typeof agenciesOf>>[number]

export interface NewAgency {
  readonly childId: string
  readonly agency: string
  readonly status: 'open' | 'closed' | 'referred' | 'waiting'
  readonly worker?: string | null
  readonly workerContact?: string | null
  readonly fromOn?: IsoDate | null
  readonly toOn?: IsoDate | null
}

/** Another agency that works with the child or family: social care, early help, youth justice, health. */
export async function addAgency(doer: Doer, agency: NewAgency): Promise<string> {
  const id = newId()
  await doer.tx
    .insertInto('agency_involvement')
    .values({
      id,
      child_id: agency.childId,
      ...agencyColumns(agency),
      recorded_by: doer.me.userId,
      recorded_at: doer.now,
    })
    .execute()
  await changed(doer, agency.childId, 'child.changed', { added: 'agency' })
  return id
}

export const agencyColumns = (agency: Omit<NewAgency, 'childId'>) => ({
  agency: agency.agency,
  status: agency.status,
  worker: agency.worker ?? null,
  worker_contact: agency.workerContact ?? null,
  from_on: agency.fromOn ?? null,
  to_on: agency.toOn ?? null,
})

import { londonDay } from '#domain/dates.ts'
import { Refusal } from '#domain/refusal.ts'
import { hasScanner, type KeptFile, keepFile } from '#features/files/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Visit } from '#platform/http/visit.ts'
import { beginVisit } from '../plan/plan-visit.ts'
import type { VisitRow } from '../visit.query.ts'
import { whenWritten } from './receive-entry.ts'

const mostOfOneVisit = 100

/** Adds a photograph or document to a visit that is not submitted yet; a planned visit begins with it. */
export async function addPhotograph(
  visit: Visit,
  row: VisitRow,
  file: KeptFile,
  at?: Date,
): Promise<void> {
  if ((await photographsOf(visit.tx, row.id)).length >= mostOfOneVisit)
    throw new Refusal('A visit holds up to 100 photographs and documents. Remove some first.')
  if (row.status === 'planned') await beginVisit(visit, row, londonDay(whenWritten(visit, row, at)))
  await keepFile(visit, { kind: 'visit', id: row.id }, file, {
    isScanned: hasScanner(visit),
    detail: { visit: row.id },
  })
}

/** Has the same person brought this very photograph before? Then it is received already, and only our answer was lost. */
export const isThereAlready = async (
  { tx, me }: Pick<Visit, 'tx' | 'me'>,
  visit: Pick<VisitRow, 'id'>,
  { sha256 }: Pick<KeptFile, 'sha256'>,
): Promise<boolean> =>
  (await photographsOf(tx, visit.id)).some(
    each => each.sha256 === sha256 && each.uploaded_by === me.userId,
  )

const photographsOf = (tx: Tx, visit: string) =>
  tx
    .selectFrom('file')
    .select(['id', 'sha256', 'uploaded_by'])
    .where('visit_id', '=', visit)
    .where('removed_at', 'is', null)
    .execute()

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { GiasSchool } from '#domain/gias.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { applyComparison } from './apply-comparison.ts'
import type { Choice, Comparison } from './compare.ts'
import { comparisonOf, giasImport } from './comparison.query.ts'
import type { SchoolKind } from './school-kind.ts'
import { stageFile } from './stage-file.ts'

/** A word for a preview as a whole: what is imported must be what was looked at. */
export const digestOf = (comparison: Comparison): string =>
  createHash('sha256').update(JSON.stringify(comparison)).digest('base64url')

/**
 * Imports an uploaded file: all of its changes in this transaction, or none. Refused when the schools are no longer as
 * they were when the preview was shown, because somebody else imported meanwhile.
 */
export async function importFile(
  doer: Doer,
  { id, choice, seen }: { id: string; choice: Choice; seen?: string },
): Promise<Comparison> {
  const { tx, me, now, today, audit } = doer
  await oneAtATime(doer)
  const file = await giasImport(tx, id)
  if (file.state === 'imported') throw new Refusal('This file has been imported already')
  if (file.state === 'discarded') throw new Refusal('This file was set aside. Upload it again.')
  if ((file.problems as unknown[]).length > 0)
    throw new Refusal('The file has rows that cannot be read, so nothing of it is imported')
  const comparison = await comparisonOf(tx, file, choice, today)
  if (seen !== undefined && digestOf(comparison) !== seen)
    throw new Refusal(
      'The schools have changed since you looked at this import. Go back and look at it again.',
    )
  await applyComparison(doer, comparison, file.file_on)
  const { added, changed, converted, closed } = comparison
  await tx
    .updateTable('gias_import')
    .set({
      state: 'imported',
      made_by: me.userId,
      made_at: now,
      authorities: [...choice.authorities],
      kinds: [...choice.kinds],
      added: added.length,
      changed: changed.length + converted.length,
      closed: closed.length,
      changes: JSON.stringify({
        added: added.map(({ urn, name }) => ({ urn, name })),
        changed,
        converted,
        closed,
      }),
    })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('gias_row').where('import_id', '=', id).execute()
  audit({
    event: 'school.imported',
    subjectKind: 'import',
    subjectId: id,
    detail: { added: added.length, changed: changed.length, closed: closed.length },
  })
  return comparison
}

async function oneAtATime({ tx }: Doer) {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('onroll gias import')) as free`.execute(tx)
  if (!rows[0]?.free)
    throw new Refusal('Somebody else is importing schools at this moment. Try again in a minute.')
}

export interface SchoolsImport {
  readonly fileName: string
  /** The bytes' SHA-256, where there was a file. */
  readonly hash?: Buffer
  readonly authorities: readonly string[]
  readonly kinds: readonly SchoolKind[]
}

/** Both steps at once, for schools that were read already: what the demonstration and tests begin with. */
export async function importSchools(
  doer: Doer,
  schools: readonly GiasSchool[],
  { fileName, hash, authorities, kinds }: SchoolsImport,
): Promise<{ id: string; added: number; changed: number; closed: number; fileOn: IsoDate }> {
  const id = await stageFile(doer, {
    fileName,
    hash: hash ?? createHash('sha256').update(JSON.stringify(schools)).digest(),
    schools,
    problems: [],
    doubts: 0,
    absent: [],
  })
  const { file_on } = await giasImport(doer.tx, id)
  const done = await importFile(doer, { id, choice: { authorities, kinds } })
  return {
    id,
    added: done.added.length,
    changed: done.changed.length + done.converted.length,
    closed: done.closed.length,
    fileOn: file_on,
  }
}

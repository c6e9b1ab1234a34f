import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { type GiasReading, type GiasSchool, readGias } from '#domain/gias.ts'
import { type GiasColumn, giasValuesAbsent } from '#domain/gias-columns.ts'
import { newId } from '#domain/ids.ts'
import { asDay } from '#domain/typed-day.ts'
import type { UploadedTable } from '#platform/files/table-upload.tsx'
import type { Doer } from '#platform/http/visit.ts'
import { UnreadableFile } from '#platform/spreadsheet/unreadable-file.ts'
import type { RegisterRow } from './compare.ts'

/** A file of the register that has been read: what it says, and what was wrong with it. */
export interface ReadFile {
  readonly fileName: string
  readonly hash: Buffer
  readonly schools: readonly GiasSchool[]
  readonly problems: GiasReading['problems']
  readonly doubts: number
  readonly absent: readonly GiasColumn[]
}

/** Throws when the file is not one of the register's. Single rows that cannot be read are kept as problems. */
export function readRegisterFile({ table, fileName, sha256 }: UploadedTable): ReadFile {
  const { schools, problems, doubts, missingColumns } = readGias(table)
  if (missingColumns.length > 0)
    throw new UnreadableFile(
      `This is not the register’s file of all establishments: it has no ${missingColumns.length === 1 ? 'column' : 'columns'} ${missingColumns.map(name => `“${name}”`).join(', ')}. Download “All establishment data” from Get Information about Schools and upload the CSV file as it is`,
    )
  return {
    fileName,
    hash: sha256,
    schools,
    problems: problems.slice(0, 500),
    doubts: doubts.length,
    absent: giasValuesAbsent(table.headers),
  }
}

/** Puts the file's schools beside ours, to be looked at before anything is changed. Returns the id of the import. */
export async function stageFile(doer: Doer, file: ReadFile): Promise<string> {
  const { tx, me, now, today } = doer
  await clearOldFiles(doer)
  const id = newId()
  await tx
    .insertInto('gias_import')
    .values({
      id,
      file_name: file.fileName,
      file_on: dayOfFile(file.fileName, today),
      file_hash: file.hash,
      file_rows: file.schools.length + file.problems.length,
      absent: [...file.absent],
      doubts: file.doubts,
      problems: JSON.stringify(file.problems),
      uploaded_by: me.userId,
      uploaded_at: now,
    })
    .execute()
  for (let start = 0; start < file.schools.length; start += pieceLength)
    await keepRows(doer, id, file.schools.slice(start, start + pieceLength))
  return id
}

const pieceLength = 2000

/** The register's files are called edubasealldata20261101.csv; any other name says nothing of the day. */
export function dayOfFile(fileName: string, today: IsoDate): IsoDate {
  const day = asDay(/(20\d{6})/.exec(fileName)?.[1] ?? '')
  return day !== undefined && day <= today ? day : today
}

async function keepRows({ tx }: Doer, importId: string, schools: readonly GiasSchool[]) {
  const rows = JSON.stringify(schools.map(withoutHead))
  await sql`insert into gias_row (import_id, urn, authority_number, school)
    select ${importId}, s ->> 'urn', s ->> 'authorityNumber', s from jsonb_array_elements(${rows}::jsonb) s`.execute(
    tx,
  )
}

// A head teacher is a person, and of no use to a list of schools.
const withoutHead = ({ head: _, ...school }: GiasSchool): RegisterRow => school

/** Rows of files that were imported, or lay for a day without being imported, are of no more use. */
async function clearOldFiles({ tx, now }: Doer) {
  await tx
    .updateTable('gias_import')
    .set({ state: 'discarded' })
    .where('state', '=', 'uploaded')
    .where('uploaded_at', '<', new Date(now.getTime() - 86_400_000))
    .execute()
  await tx
    .deleteFrom('gias_row')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('gias_import')
          .select('gias_import.id')
          .whereRef('gias_import.id', '=', 'gias_row.import_id')
          .where('gias_import.state', '<>', 'uploaded'),
      ),
    )
    .execute()
}

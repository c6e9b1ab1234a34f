import { newId } from '#domain/ids.ts'
import { asPostcode } from '#domain/postcode.ts'
import type { Table } from '#domain/table.ts'
import type { UploadedTable } from '#platform/files/table-upload.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { protectedFields } from '#platform/protected-guard.ts'
import { matchColumns } from '#platform/spreadsheet/match-columns.ts'
import { UnreadableFile } from '#platform/spreadsheet/unreadable-file.ts'
import type { ImportKind } from './batch.ts'
import { fieldsOf } from './fields.ts'
import type { CellProblem } from './row.ts'

export const mostRows: Record<ImportKind, number> = { children: 10_000, referrals: 500 }

/** A table that can be an import: not longer than what one school has. */
export const readForImport = (kind: ImportKind) => (uploaded: UploadedTable) => {
  if (uploaded.table.rows.length > mostRows[kind])
    throw new UnreadableFile(
      `The file has ${uploaded.table.rows.length.toLocaleString('en-GB')} rows. Up to ${mostRows[kind].toLocaleString('en-GB')} can be imported at once: split it`,
    )
  return uploaded
}

/** Lays the rows of a file beside the records, with columns matched as far as they can be. Answers the import’s id. */
export async function stageTable(
  visit: Visit,
  kind: ImportKind,
  { table, fileName }: UploadedTable,
): Promise<string> {
  const { tx, me, now } = visit
  const id = newId()
  const columns = Object.fromEntries(
    matchColumns(table.headers, fieldsOf(kind)).flatMap(({ field, header }) =>
      header ? [[field, header]] : [],
    ),
  )
  await tx
    .insertInto('import_batch')
    .values({
      id,
      kind,
      organisation_id: me.organisationId,
      file_name: fileName,
      sheet: table.sheet === fileName ? null : table.sheet,
      other_sheets: [...table.otherSheets],
      headers: [...table.headers],
      matching: JSON.stringify({ columns }),
      row_count: table.rows.length,
      made_by: me.userId,
      made_under: me.membershipId ?? null,
      made_at: now,
    })
    .execute()
  const rows = await withoutProtected(visit, table)
  for (let at = 0; at < rows.length; at += 500)
    await tx
      .insertInto('import_row')
      .values(rows.slice(at, at + 500).map(row => ({ id: newId(), batch_id: id, ...row })))
      .execute()
  visit.audit({
    event: 'import.uploaded',
    subjectKind: 'import',
    subjectId: id,
    detail: { kind, rows: table.rows.length, columns: table.headers.length },
  })
  return id
}

const notKept = 'This holds an address that is protected, and was not kept. Take it out of the file'

/** An address that must not be known does not even lie among the staged rows; its cell is empty, and says why. */
async function withoutProtected({ tx, site }: Visit, { headers, rows }: Table) {
  const forms = rows.map(({ cells }) => asForm(headers, cells))
  const held = await protectedFields(
    tx,
    site.secret,
    forms.map(form => form.answers),
  )
  return rows.map(({ number, cells }, at) => {
    const hidden = new Set(held[at]?.flatMap(name => forms[at]?.headerOf.get(name) ?? []))
    const problems: CellProblem[] = [...hidden].map(column => ({ column, problem: notKept }))
    const kept =
      hidden.size === 0
        ? cells
        : Object.fromEntries(
            Object.entries(cells).map(([header, text]) => [header, hidden.has(header) ? '' : text]),
          )
    return { number, cells: JSON.stringify(kept), held: JSON.stringify(problems) }
  })
}

/** A row as a form: a cell that is nothing but a postcode is part of an address, whatever its column is called. */
function asForm(headers: readonly string[], cells: Readonly<Record<string, string>>) {
  const headerOf = new Map<string, string>()
  const answers: Record<string, string> = {}
  for (const [at, header] of headers.entries()) {
    const text = cells[header] ?? ''
    const name = !('postcode' in answers) && asPostcode(text) ? 'postcode' : `column ${at}`
    answers[name] = text
    headerOf.set(name, header)
  }
  return { answers, headerOf }
}

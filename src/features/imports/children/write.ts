import { sql } from 'kysely'
import { Refusal } from '#domain/refusal.ts'
import { noticePossibleDuplicates } from '#features/children/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Progress, Written } from '../importer.ts'
import { marksOf } from '../marks.ts'
import type { Judged, Write, WrittenTable } from '../row.ts'

type Change = Extract<Write, { change: unknown }>
type Addition = Extract<Write, { add: unknown }>

// What was there is changed before anything is added, and the roll comes last: a child is seen by whoever entered it
// until a roll says whose it is.
const additionOrder: readonly WrittenTable[] = [
  'child',
  'contact',
  'child_address',
  'special_needs',
  'care_status',
  'enrolment',
]
const atOnce = 500

/** Writes what the rows say, table by table, and answers what stood there before, row by row. */
export async function writeChildren(
  doer: Doer,
  judged: readonly Judged[],
  batchId: string,
  progress: Progress,
): Promise<Map<number, Written[]>> {
  const writes = judged.flatMap(({ writes: all }) => all)
  await changeRows(
    doer.tx,
    writes.filter((write): write is Change => 'change' in write),
  )
  const additions = writes.filter((write): write is Addition => 'add' in write)
  for (const table of additionOrder) {
    await addRows(
      doer.tx,
      table,
      additions.filter(write => write.table === table),
    )
    await progress(
      Math.round((judged.length * (additionOrder.indexOf(table) + 1)) / (additionOrder.length + 1)),
    )
  }
  const added = additions.flatMap(({ table, id }) => (table === 'child' ? [id] : []))
  if (added.length > 0) await noticePossibleDuplicates(doer, added)
  rememberAll(doer, judged, batchId)
  const marks = await marksOf(doer.tx, writes)
  return new Map(
    judged.map(({ number, writes: own }) => [
      number,
      own.map(write => ({
        table: write.table,
        id: write.id,
        before: 'add' in write ? null : write.before,
        mark: marks.get(write.id),
      })),
    ]),
  )
}

async function addRows(tx: Tx, table: WrittenTable, additions: readonly Addition[]) {
  for (let at = 0; at < additions.length; at += atOnce) {
    const rows = additions.slice(at, at + atOnce).map(({ id, add }) => ({ id, ...add }))
    const columns = sql.join(Object.keys(rows[0] ?? {}).map(column => sql.ref(column)))
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
      tx,
    )
  }
}

/** Rows that change alike are changed together; one that somebody else changed meanwhile stops the whole. */
async function changeRows(tx: Tx, changes: readonly Change[]) {
  const alike = Map.groupBy(
    changes,
    ({ table, change }) => `${table} ${Object.keys(change).sort().join(' ')}`,
  )
  for (const group of alike.values()) {
    const [first] = group
    if (!first) continue
    const columns = Object.keys(first.change)
    for (let at = 0; at < group.length; at += atOnce) {
      const rows = group
        .slice(at, at + atOnce)
        .map(({ id, version, change }) => ({ id, version, ...change }))
      const sets = sql.join(columns.map(column => sql`${sql.ref(column)} = x.${sql.ref(column)}`))
      const { numAffectedRows } = await sql`update ${sql.table(first.table)} t set ${sets}
        from jsonb_populate_recordset(null::${sql.table(first.table)}, ${JSON.stringify(rows)}::jsonb) x
        where t.id = x.id and t.version = x.version`.execute(tx)
      if (Number(numAffectedRows) !== rows.length)
        throw new Refusal('Somebody changed one of these records meanwhile. Check the file again.')
    }
  }
}

/** Each child’s own history tells of the import. */
function rememberAll({ audit }: Doer, judged: readonly Judged[], batchId: string) {
  const changed = judged.filter(({ action }) => action !== 'nothing')
  for (const { action, childId } of changed)
    audit({
      event: action === 'add' ? 'child.added' : 'child.changed',
      subjectKind: 'child',
      subjectId: childId ?? undefined,
      childId: childId ?? undefined,
      detail: { import: batchId },
    })
}

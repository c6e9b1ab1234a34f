import { createHash } from 'node:crypto'
import type { Db } from '../database/database.ts'
import type { FileStore } from './file-store.ts'

export interface VerifiedFiles {
  readonly whole: number
  /** Each by its id: its name may tell of a child. */
  readonly faults: readonly { readonly id: string; readonly problem: string }[]
}

const atOnce = 500

/** Is every file that a row speaks of there, and byte for byte what was kept (FI-12)? One after the other, however many. */
export async function verifyFiles(
  db: Pick<Db, 'asWorker'>,
  store: FileStore,
): Promise<VerifiedFiles> {
  const faults: { id: string; problem: string }[] = []
  let whole = 0
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await db.asWorker(tx =>
      tx
        .selectFrom('file')
        .select(['id', 'size', 'sha256'])
        .where('removed_at', 'is', null)
        .where('id', '>', last)
        .orderBy('id')
        .limit(atOnce)
        .execute(),
    )
    for (const row of rows) {
      const problem = faultOf(store, row)
      if (problem) faults.push({ id: row.id, problem })
      else whole += 1
    }
    const newest = rows.at(-1)
    if (!newest) return { whole, faults }
    last = newest.id
  }
}

function faultOf(
  store: FileStore,
  { id, size, sha256 }: { id: string; size: string | number; sha256: string },
): string | undefined {
  try {
    const bytes = store.read(id)
    if (bytes.length !== Number(size)) return `it has ${bytes.length} bytes, not ${size}`
    const isSame = createHash('sha256').update(bytes).digest('hex') === sha256
    return isSame ? undefined : 'it is not what was kept'
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'it is missing'
    return 'it is damaged, or another lies in its place'
  }
}

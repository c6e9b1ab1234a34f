import type { Configuration } from '#platform/configuration.ts'
import type { Db, Tx } from '#platform/database/database.ts'

/** What a database was made for: nothing yet, the demonstration, or real people. */
export async function purposeOfDatabase(db: Db): Promise<'empty' | 'demonstration' | 'real'> {
  return db.asWorker(async tx => {
    if ((await demonstrationMark(tx))?.made) return 'demonstration'
    const anybody = await tx.selectFrom('user_account').select('id').limit(1).executeTakeFirst()
    return anybody ? 'real' : 'empty'
  })
}

const key = 'demonstration'

async function demonstrationMark(tx: Tx) {
  const mark = await tx
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return mark?.value as { made?: boolean; loading?: boolean } | undefined
}

/** The last thing that is done when a demonstration is loaded: until then it is half a county, and is not served. */
export const finishDemonstration = (tx: Tx) =>
  tx
    .updateTable('setting')
    .set({ value: JSON.stringify({ made: true }) })
    .where('key', '=', key)
    .execute()

/**
 * Why a demonstration must not be served from this database, if so: anybody could then sign in as anybody. Checked at
 * start, after an empty embedded database was loaded and before the port is open.
 */
export async function demonstrationFault(
  db: Db,
  { databaseUrl }: Pick<Configuration, 'databaseUrl'>,
): Promise<string[]> {
  if ((await db.asWorker(demonstrationMark))?.loading)
    return [
      'the demonstration was interrupted while it was loaded. Delete the data folder (or empty the database), and start again',
    ]
  const purpose = await purposeOfDatabase(db)
  if (purpose === 'real')
    return [
      'ONROLL_DEMO is 1, but this database holds real people, as any of whom anybody could then sign in. Set ONROLL_DEMO=0, or use another database',
    ]
  if (purpose === 'empty' && databaseUrl)
    return [
      'ONROLL_DEMO is 1, but this database was not made as a demonstration. Run “npm run -s onroll -- demo load”, or set ONROLL_DEMO=0',
    ]
  return []
}

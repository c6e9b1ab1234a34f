import type { Configuration } from '#platform/configuration.ts'
import type { Db } from '#platform/database/database.ts'

/** What a database was made for: nothing yet, the demonstration, or real people. */
export async function purposeOfDatabase(db: Db): Promise<'empty' | 'demonstration' | 'real'> {
  return db.asWorker(async tx => {
    const made = await tx
      .selectFrom('setting')
      .select('value')
      .where('key', '=', 'demonstration')
      .executeTakeFirst()
    if ((made?.value as { made?: boolean } | undefined)?.made === true) return 'demonstration'
    const anybody = await tx.selectFrom('user_account').select('id').limit(1).executeTakeFirst()
    return anybody ? 'real' : 'empty'
  })
}

/**
 * Why a demonstration must not be served from this database, if so: anybody could then sign in as anybody. Checked at
 * start, after an empty embedded database was loaded and before the port is open.
 */
export async function demonstrationFault(
  db: Db,
  { databaseUrl }: Pick<Configuration, 'databaseUrl'>,
): Promise<string[]> {
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

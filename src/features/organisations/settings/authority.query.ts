import type { Tx } from '#platform/database/database.ts'
import type { AuthoritySetting } from './set-authority.ts'

/** The authority as it was set; whatever has not been said yet is absent. */
export async function authoritySetting(
  tx: Tx,
): Promise<Partial<AuthoritySetting> & { version: number }> {
  const row = await tx
    .selectFrom('setting')
    .select(['value', 'version'])
    .where('key', '=', 'authority')
    .executeTakeFirst()
  return { ...(row?.value as Partial<AuthoritySetting> | undefined), version: row?.version ?? 0 }
}

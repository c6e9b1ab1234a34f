import type { Tx } from '#platform/database/database.ts'
import type { Me } from '#platform/sessions.ts'

/** The authority that this installation serves: there is one. */
export const theAuthority = (tx: Tx): Promise<{ id: string; name: string } | undefined> =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('kind', '=', 'authority')
    .where('closed_on', 'is', null)
    .executeTakeFirst()

/** In whose name the asker may propose besides their own: a partnership arranges what the authority commissions. */
export const alsoInTheNameOf = async (tx: Tx, { role }: Pick<Me, 'role'>) =>
  role === 'coordinator' || role === 'support-worker' ? await theAuthority(tx) : undefined

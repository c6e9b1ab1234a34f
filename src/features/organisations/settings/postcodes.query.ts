import { localAuthorities } from '#domain/codes/local-authority.ts'
import type { Tx } from '#platform/database/database.ts'

/** What is known of postcodes: how many districts and single postcodes lie in which authority. */
export async function postcodesKnown(tx: Tx) {
  const [counts, last] = await Promise.all([
    tx
      .selectFrom('postcode_authority')
      .select(({ fn, eb }) => [
        'authority',
        fn
          .countAll<number>()
          .filterWhere(eb('postcode', 'not like', '% %'))
          .as('districts'),
        fn
          .countAll<number>()
          .filterWhere(eb('postcode', 'like', '% %'))
          .as('postcodes'),
      ])
      .groupBy('authority')
      .execute(),
    tx
      .selectFrom('setting')
      .leftJoin('user_account as person', 'person.id', 'setting.changed_by')
      .select(['setting.value', 'setting.changed_at', 'person.name'])
      .where('setting.key', '=', 'postcodes')
      .executeTakeFirst(),
  ])
  return {
    counts: counts
      .map(({ authority, ...count }) => ({
        authority: localAuthorities.find(authority)?.name ?? authority,
        ...count,
      }))
      .sort((a, b) => a.authority.localeCompare(b.authority, 'en-GB')),
    last: last && {
      fileName: (last.value as { fileName?: string }).fileName ?? '',
      at: last.changed_at,
      by: last.name,
    },
  }
}

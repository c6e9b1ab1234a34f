import type { Visit } from '#platform/http/visit.ts'

/** What happened to the cases one may see, newest first, less what one did oneself. */
export async function recentChanges(
  { tx, me }: Pick<Visit, 'tx' | 'me'>,
  { page, size, own = false }: { page: number; size: number; own?: boolean },
) {
  let query = tx
    .selectFrom('case_event as event')
    .leftJoin('referral', 'referral.id', 'event.referral_id')
    .leftJoin('user_account as person', 'person.id', 'event.by_user')
    .leftJoin('organisation', 'organisation.id', 'event.by_organisation')
    .select(({ fn }) => [
      'event.id',
      'event.kind',
      'event.at',
      'event.referral_id',
      'referral.reference',
      'person.name as person',
      'organisation.name as organisation',
      fn.countAll<number>().over().as('total'),
    ])
    .where('referral.status', '<>', 'draft')
  if (!own)
    query = query.where(at =>
      at.or([at('event.by_user', '<>', me.userId), at('event.by_user', 'is', null)]),
    )
  const rows = await query
    .orderBy('event.at', 'desc')
    .orderBy('event.id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, total: Number(rows[0]?.total ?? 0) }
}

import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Which } from './sessions.query.ts'

/** What somebody said of a session. */
export type Mark = Awaited<ReturnType<typeof rowsBetween>>[number]

/** Marks in these days, to be asked for one session: what stands now, and what was said first if that is another. */
export async function marksBetween(tx: Tx, from: IsoDate, to: IsoDate, which: Which) {
  const rows = await rowsBetween(tx, from, to, which)
  const corrected = new Set(rows.flatMap(({ corrects_id }) => corrects_id ?? []))
  const standing = new Map<string, Mark>()
  const first = new Map<string, Mark>()
  for (const row of rows) {
    const key = `${row.placement_id} ${row.on_day} ${row.starts_at.slice(0, 5)}`
    if (!corrected.has(row.id)) standing.set(key, row)
    if (!row.corrects_id) first.set(key, row)
  }
  return (placementId: string, day: IsoDate, startsAt: string) => {
    const key = `${placementId} ${day} ${startsAt}`
    const mark = standing.get(key)
    const said = first.get(key)
    return { mark, first: said && said !== mark ? said : undefined }
  }
}

const rowsBetween = (
  tx: Tx,
  from: IsoDate,
  to: IsoDate,
  { placementId, providerId, childIds }: Which,
) =>
  tx
    .selectFrom('register_mark as mark')
    .leftJoin('user_account as person', 'person.id', 'mark.by_user')
    .leftJoin('organisation', 'organisation.id', 'mark.by_organisation')
    .selectAll('mark')
    .select(['person.name as person', 'organisation.name as organisation'])
    .where('mark.on_day', '>=', from)
    .where('mark.on_day', '<=', to)
    .$if(placementId !== undefined, query =>
      query.where('mark.placement_id', '=', placementId ?? ''),
    )
    .$if(providerId !== undefined || childIds !== undefined, query =>
      query.where('mark.placement_id', 'in', eb =>
        eb
          .selectFrom('placement')
          .select('placement.id')
          .$if(providerId !== undefined, each => each.where('provider_id', '=', providerId ?? ''))
          .$if((childIds?.length ?? 0) > 0, each => each.where('child_id', 'in', childIds ?? [])),
      ),
    )
    .orderBy('mark.at')
    .orderBy('mark.id')
    .execute()

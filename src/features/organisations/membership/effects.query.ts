import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'

export interface WorkOfSchool {
  /** Open referrals of the school by the partnership that has them; null for drafts, which nobody has yet. */
  readonly referrals: readonly { partnership: string | null; open: number; drafts: number }[]
  /** Meetings to come to which the school is invited. */
  readonly meetings: readonly { partnership: string; on: IsoDate }[]
  readonly panelMembers: number
}

/** In numbers, what a change of a school's membership touches. For those who run the authority; nothing for others. */
export async function workOfSchool(
  tx: Tx,
  schoolId: string,
  today: IsoDate,
): Promise<WorkOfSchool> {
  const [{ rows }, panel, names] = await Promise.all([
    sql<{
      partnership_id: string | null
      open_referrals: number
      drafts: number
      meeting_on: IsoDate | null
    }>`
      select * from work_of_school(${schoolId})`.execute(tx),
    tx
      .selectFrom('membership')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('organisation_id', '=', schoolId)
      .where('role', '=', 'panel-member')
      .where('valid_from', '<=', today)
      .where(at => at.or([at('valid_to', 'is', null), at('valid_to', '>=', today)]))
      .executeTakeFirstOrThrow(),
    tx
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('kind', '=', 'partnership')
      .execute(),
  ])
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  return {
    referrals: rows
      .filter(row => row.meeting_on === null)
      .map(row => ({
        partnership: nameOf.get(row.partnership_id ?? '') ?? null,
        open: row.open_referrals,
        drafts: row.drafts,
      })),
    meetings: rows.flatMap(row =>
      row.meeting_on === null
        ? []
        : [{ partnership: nameOf.get(row.partnership_id ?? '') ?? '', on: row.meeting_on }],
    ),
    panelMembers: Number(panel.n),
  }
}

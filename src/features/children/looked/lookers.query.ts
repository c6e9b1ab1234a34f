import { roleNames } from '#domain/permissions.ts'
import type { Tx } from '#platform/database/database.ts'

export interface Look {
  readonly at: Date
  readonly who: string
  readonly role: string
  readonly organisation: string
  readonly event: string
  readonly section: string | undefined
  readonly refused: boolean
}

/** Who has looked at a child’s record or changed it, newest first: from what was remembered in the same transaction. */
export async function lookersOf(
  tx: Tx,
  childId: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ looks: Look[]; total: number; people: number }> {
  // What was looked at under a record that has since been joined into this one was this child, too.
  const joined = await tx
    .selectFrom('child')
    .select('id')
    .where('merged_into_id', '=', childId)
    .execute()
  const entries = tx
    .selectFrom('audit_entry as a')
    .where('a.child_id', 'in', [childId, ...joined.map(({ id }) => id)])
  const { total, people } = await entries
    .select(({ fn }) => [
      fn.countAll<number>().as('total'),
      fn.count<number>('a.user_id').distinct().as('people'),
    ])
    .executeTakeFirstOrThrow()
  const rows = await entries
    .leftJoin('user_account as person', 'person.id', 'a.user_id')
    .leftJoin('membership as hat', 'hat.id', 'a.membership_id')
    .leftJoin('organisation as place', 'place.id', 'a.organisation_id')
    .select([
      'a.at',
      'a.event',
      'a.outcome',
      'a.detail',
      'person.name',
      'hat.role',
      'place.name as organisation',
    ])
    .orderBy('a.seq', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return {
    total,
    people,
    looks: rows.map(row => ({
      at: row.at,
      who: row.name ?? 'Onroll itself',
      role: row.role ? roleNames[row.role] : '',
      organisation: row.organisation ?? '',
      event: row.event,
      section: sectionIn(row.detail),
      refused: row.outcome === 'refused',
    })),
  }
}

function sectionIn(detail: unknown): string | undefined {
  const { section } = (detail ?? {}) as { section?: unknown }
  return typeof section === 'string' ? section : undefined
}

import { sql } from 'kysely'
import type { Role } from '#domain/permissions.ts'
import type { Tx } from '#platform/database/database.ts'

export interface Hat {
  readonly id: string
  readonly role: Role
  readonly administrator: boolean
  readonly organisation: string
}

/** The memberships of a person that are live today, any of which they may act under. */
export async function hatsOf(tx: Tx, userId: string): Promise<Hat[]> {
  return tx
    .selectFrom('membership as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.id', 'm.role', 'm.administrator', 'o.name as organisation'])
    .where('m.user_id', '=', userId)
    .where('m.valid_from', '<=', sql<never>`today()`)
    .where(eb => eb.or([eb('m.valid_to', 'is', null), eb('m.valid_to', '>=', sql<never>`today()`)]))
    .orderBy('o.name')
    .orderBy('m.role')
    .execute()
}

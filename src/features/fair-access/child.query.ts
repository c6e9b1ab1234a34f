import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'

export async function childOf(tx: Tx, id: string) {
  const child = await tx
    .selectFrom('child')
    .select(['id', 'forename', 'surname', 'birth_date', 'reference'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!child) throw new NotFound()
  return child
}

import type { Tx } from '#platform/database/database.ts'

/** Everybody with parental responsibility, by name; somebody with whom there must be no contact is left out. */
export async function parentsToTell(tx: Tx, childId: string): Promise<string> {
  const rows = await tx
    .selectFrom('contact')
    .select('name')
    .where('child_id', '=', childId)
    .where('parental_responsibility', '=', true)
    .where('no_contact', '=', false)
    .where('ended_on', 'is', null)
    .orderBy('priority')
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name).join(' and ')
}

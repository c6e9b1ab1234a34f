import type { Tx } from '#platform/database/database.ts'
import type { Placement } from '../placement.query.ts'

/** Somebody whose agreement is asked for, and what they said. */
export interface Party {
  /** How the party stands in the address of its page: a word, or the contact. */
  readonly key: string
  readonly party: 'school' | 'child' | 'person with parental responsibility'
  readonly contactId: string | null
  readonly name: string
  readonly agreed: boolean | null
  readonly onDay: string | null
  readonly how: string | null
  readonly version: number
}

/** The school, the child, and each person with parental responsibility. The provider agrees by accepting the offer. */
export async function partiesOf(
  tx: Tx,
  { id, child_id }: Pick<Placement, 'id' | 'child_id'>,
): Promise<Party[]> {
  const contacts = await holdersOfResponsibility(tx, child_id)
  const rows = await tx
    .selectFrom('placement_agreement')
    .select(['party', 'contact_id', 'agreed', 'on_day', 'how', 'version'])
    .where('placement_id', '=', id)
    .execute()
  const partyFrom = (party: Party['party'], contactId: string | null, name: string): Party => {
    const row = rows.find(each => each.party === party && each.contact_id === contactId)
    return {
      key: contactId ?? party,
      party,
      contactId,
      name,
      agreed: row?.agreed ?? null,
      onDay: row?.on_day ?? null,
      how: row?.how ?? null,
      version: row?.version ?? 0,
    }
  }
  return [
    partyFrom('school', null, 'The school'),
    partyFrom('child', null, 'The child'),
    ...contacts.map(({ id: contact, name, relationship }) =>
      partyFrom('person with parental responsibility', contact, `${name}, ${relationship}`),
    ),
  ]
}

export const holdersOfResponsibility = (tx: Tx, childId: string) =>
  tx
    .selectFrom('contact')
    .select(['id', 'name', 'relationship'])
    .where('child_id', '=', childId)
    .where('parental_responsibility', '=', true)
    .where('ended_on', 'is', null)
    .orderBy('priority')
    .orderBy('id')
    .execute()

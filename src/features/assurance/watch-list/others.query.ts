import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'

/** Looked-after children of other authorities: how many, on whose roll, where and for whom. No row is a child. */
export interface OtherAuthoritiesRow {
  readonly authority: string | null
  readonly school: string | null
  readonly provider: string
  readonly commissioner: string
  readonly children: number
  /** Whose own Virtual School we know how to reach (LAC-03). */
  readonly withContacts: number
}

export async function otherAuthoritiesChildren(tx: Tx): Promise<OtherAuthoritiesRow[]> {
  const { rows } = await sql<
    Omit<OtherAuthoritiesRow, 'children' | 'withContacts'> & {
      children: string
      with_contacts: string
    }
  >`select o.authority, school.name as school, provider.name as provider, commissioner.name as commissioner,
           o.children, o.with_contacts
      from onroll.other_authorities_children_at_provision() o
      join onroll.organisation provider on provider.id = o.provider_id
      join onroll.organisation commissioner on commissioner.id = o.commissioner_id
      left join onroll.organisation school on school.id = o.school_id
     order by school.name nulls last, provider.name, o.authority`.execute(tx)
  return rows.map(({ with_contacts, children, ...row }) => ({
    ...row,
    children: Number(children),
    withContacts: Number(with_contacts),
  }))
}

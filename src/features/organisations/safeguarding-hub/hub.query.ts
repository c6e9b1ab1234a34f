import type { Tx } from '#platform/database/database.ts'

/** Whom to ring about a child at risk, as far as the authority has said it. */
export interface Hub {
  readonly name: string | null
  readonly telephone: string | null
  readonly outOfHours: string | null
}

export async function safeguardingHub(tx: Tx): Promise<Hub> {
  const authority = await tx
    .selectFrom('organisation')
    .select(['hub_name', 'hub_telephone', 'hub_out_of_hours'])
    .where('kind', '=', 'authority')
    .where('closed_on', 'is', null)
    .orderBy('created_at')
    .executeTakeFirst()
  return hubOf(authority ?? nothing)
}

export const hubOf = (authority: {
  readonly hub_name: string | null
  readonly hub_telephone: string | null
  readonly hub_out_of_hours: string | null
}): Hub => ({
  name: authority.hub_name,
  telephone: authority.hub_telephone,
  outOfHours: authority.hub_out_of_hours,
})

const nothing = { hub_name: null, hub_telephone: null, hub_out_of_hours: null }

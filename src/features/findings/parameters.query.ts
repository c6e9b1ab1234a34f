import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { ParameterVersions, Version } from '#rules/parameter.ts'
import { cite } from '#rules/sources.ts'

/** The numbers that this authority has added to the shipped ones; of two from one day the one made later counts. */
export async function authorityParameters(tx: Tx): Promise<ParameterVersions> {
  const rows = await tx
    .selectFrom('rule_parameter')
    .select(['parameter', 'value', 'from_on', 'source', 'why'])
    .where('made_at', 'is not', null)
    .orderBy('made_at')
    .execute()
  const versions: Record<string, Version<unknown>[]> = {}
  for (const row of rows) {
    const list = versions[row.parameter] ?? []
    versions[row.parameter] = [...list, versionOf(row)]
  }
  return versions
}

/** A stored value as the engine reads it. Its source is the authority’s own word, whatever it rests on. */
export const versionOf = (row: {
  value: unknown
  from_on: IsoDate
  source: string
  why: string
}): Version<unknown> => ({
  from: row.from_on,
  value: row.value,
  source: cite({ id: 'A', title: row.source, standing: 'local-agreement' }),
  why: row.why,
})

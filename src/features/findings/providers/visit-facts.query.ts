import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Assessment, Provider, Visit } from '#rules/facts.ts'

const sections = ['A', 'B', 'C', 'D'] as const

/**
 * Gives providers their visits and assessments as the rules read them. A visit counts once its report is submitted; what
 * is published is shared with every commissioner that uses the provider. Only a job sees all of it.
 */
export async function withVisits(
  tx: Tx,
  providers: readonly Provider[],
  authority: string,
  users: ReadonlyMap<string, readonly string[]>,
): Promise<Provider[]> {
  const ids = providers.map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('visit as v')
    .innerJoin('organisation as o', 'o.id', 'v.commissioner_id')
    .select(['v.id', 'v.provider_id', 'v.commissioner_id', 'o.kind', 'v.visited_on', 'v.status'])
    .select(['v.insurance_checked', 'v.annual_assessment'])
    .where('v.provider_id', 'in', ids)
    .where('v.status', 'in', ['submitted', 'moderated', 'published'])
    .where('v.visited_on', 'is not', null)
    .orderBy('v.visited_on')
    .orderBy('v.id')
    .$narrowType<{ visited_on: IsoDate }>()
    .execute()
  const children = await partsOf(
    tx,
    rows.map(({ id }) => id),
  )
  const keyOf = (id: string, kind: string) =>
    kind === 'authority' || kind === 'team' ? authority : id
  const byProvider = Map.groupBy(rows, ({ provider_id }) => provider_id)
  return providers.map(provider => {
    const own = byProvider.get(provider.id) ?? []
    return {
      ...provider,
      visits: own.map(
        (row): Visit => ({
          id: row.id,
          commissioner: keyOf(row.commissioner_id, row.kind),
          date: row.visited_on,
          sections: sections.map(id => children.sectionOf(row.id, id)),
        }),
      ),
      assessments: own
        .filter(({ annual_assessment }) => annual_assessment)
        .map(
          (row): Assessment => ({
            id: row.id,
            commissioner: keyOf(row.commissioner_id, row.kind),
            date: row.visited_on,
            ...(row.insurance_checked === null ? {} : { insuranceChecked: row.insurance_checked }),
            ...(row.status === 'published' ? { sharedWith: users.get(provider.id) ?? [] } : {}),
            adoptions: children
              .adoptionsOf(row.id)
              .map(each => ({ commissioner: keyOf(each.id, each.kind), date: each.date })),
          }),
        ),
    }
  })
}

async function partsOf(tx: Tx, visitIds: readonly string[]) {
  const none = visitIds.length === 0
  const items = none
    ? []
    : await tx
        .selectFrom('visit_item')
        .select(['visit_id', 'section', 'item', 'free_words'])
        .where('visit_id', 'in', visitIds)
        .where('removed_at', 'is', null)
        .execute()
  const judgements = none
    ? []
    : await tx
        .selectFrom('visit_judgement')
        .select(['visit_id', 'section', 'judgement'])
        .where('visit_id', 'in', visitIds)
        .execute()
  const adoptions = none
    ? []
    : await tx
        .selectFrom('visit_adoption as a')
        .innerJoin('organisation as o', 'o.id', 'a.commissioner_id')
        .select(['a.visit_id', 'o.id', 'o.kind', 'a.adopted_on as date'])
        .where('a.visit_id', 'in', visitIds)
        .execute()
  const in_ = (visit: string, section: string) => (each: { visit_id: string; section: string }) =>
    each.visit_id === visit && each.section === section
  return {
    sectionOf(visit: string, id: (typeof sections)[number]) {
      const judgement = judgements.find(in_(visit, id))?.judgement
      return {
        id,
        items: items.filter(in_(visit, id)).map(each => each.item ?? each.free_words ?? ''),
        ...(judgement === undefined ? {} : { judgement }),
      }
    },
    adoptionsOf: (visit: string) => adoptions.filter(({ visit_id }) => visit_id === visit),
  }
}

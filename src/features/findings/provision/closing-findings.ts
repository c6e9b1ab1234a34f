import type { Tx } from '#platform/database/database.ts'
import { evaluate } from '#rules/engine.ts'
import type { Facts, Placement } from '#rules/facts.ts'
import type { ParameterVersions } from '#rules/parameter.ts'
import { allRules } from '#rules/registry.ts'
import type { PlacementFinding } from './placement-findings.ts'

const recordOfPlacement = allRules.filter(({ id }) => id === 'PLN-06')

/**
 * What is missing in the records of placements that have ended and are not closed. They are asked about by themselves: a
 * child who is at a provider no more must count nowhere else.
 */
export async function closingFindings(
  tx: Tx,
  placementIds: readonly string[],
  { asOf, authority }: Pick<Facts, 'asOf' | 'authority'>,
  parameters: ParameterVersions,
): Promise<PlacementFinding[]> {
  const rows = await tx
    .selectFrom('placement')
    .leftJoin('placement_closing as closing', 'closing.placement_id', 'placement.id')
    .select(({ exists, selectFrom }) => [
      'placement.id',
      'placement.child_id',
      'placement.provider_id',
      'placement.started_on',
      'placement.planned_start_on',
      'closing.progress',
      'closing.achievements',
      'closing.destination',
      exists(
        selectFrom('pupil_view')
          .select('pupil_view.id')
          .whereRef('pupil_view.placement_id', '=', 'placement.id'),
      ).as('has_view'),
    ])
    .where('placement.id', 'in', placementIds)
    .where('placement.status', 'in', ['ended', 'ended early'])
    .where('closing.closed_at', 'is', null)
    .execute()
  if (rows.length === 0) return []
  const children = new Map(rows.map(({ id, child_id }) => [id, child_id]))
  const placements = rows.map(
    (row): Placement => ({
      id: row.id,
      pupil: row.child_id,
      provider: row.provider_id ?? 'a host',
      start: row.started_on ?? row.planned_start_on,
      closure: {
        ...(row.progress ? { progress: row.progress } : {}),
        ...(row.achievements ? { achievements: row.achievements } : {}),
        ...(row.destination ? { destination: row.destination } : {}),
        ...(row.has_view ? { pupilAssessment: 'given' } : {}),
      },
    }),
  )
  return evaluate({ asOf, authority, placements }, { rules: recordOfPlacement, parameters }).map(
    finding => ({
      placementId: finding.subject.id,
      childId: children.get(finding.subject.id) ?? '',
      finding,
    }),
  )
}

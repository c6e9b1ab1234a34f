import type { Tx } from '#platform/database/database.ts'
import { evaluate } from '#rules/engine.ts'
import type { Facts, WorkExperience } from '#rules/facts.ts'
import type { ParameterVersions } from '#rules/parameter.ts'
import { allRules } from '#rules/registry.ts'
import type { PlacementFinding } from './placement-findings.ts'

/** The rules whose findings stand on a placement as work experience. */
export const workRules = allRules.filter(({ checks }) =>
  checks.some(({ subject }) => subject === 'work-experience'),
)

/** Work experience is not over yet: something can still be mended. */
const open = ['proposed', 'live'] as const

/** What the rules find about these placements as work experience: their findings stand on the placement. */
export async function workExperienceFindings(
  tx: Tx,
  placementIds: readonly string[],
  { asOf, authority, pupils }: Pick<Facts, 'asOf' | 'authority' | 'pupils'>,
  parameters: ParameterVersions,
): Promise<PlacementFinding[]> {
  const rows = await rowsOf(tx, placementIds)
  if (rows.length === 0) return []
  const children = new Map(rows.map(({ id, child_id }) => [id, child_id]))
  return evaluate(
    { asOf, authority, pupils: pupils ?? [], workExperience: rows.map(factsFrom) },
    { rules: workRules, parameters },
  ).flatMap(finding => {
    const childId = children.get(finding.subject.id)
    return childId ? [{ placementId: finding.subject.id, childId, finding }] : []
  })
}

/** Children whose work experience is still open, for the night, when nothing but the day has changed. */
export async function childrenAtWork(tx: Tx): Promise<{ id: string; child_id: string }[]> {
  return tx
    .selectFrom('placement')
    .select(['id', 'child_id'])
    .where('kind', '=', 'work experience')
    .where('provider_id', 'is', null)
    .where('status', 'in', open)
    .orderBy('child_id')
    .execute()
}

const rowsOf = (tx: Tx, placementIds: readonly string[]) =>
  tx
    .selectFrom('work_experience as work')
    .innerJoin('placement', 'placement.id', 'work.placement_id')
    .selectAll('work')
    .select(['placement.id', 'placement.child_id', 'placement.attendance_code'])
    .where('placement.id', 'in', placementIds)
    .where('placement.status', 'in', open)
    .orderBy('placement.id')
    .execute()

const factsFrom = (row: Awaited<ReturnType<typeof rowsOf>>[number]): WorkExperience => ({
  id: row.id,
  pupil: row.child_id,
  host: {
    name: row.host_name,
    ...(row.employs_anyone === null ? {} : { employsAnyone: row.employs_anyone }),
    ...(row.fully_audited === null ? {} : { fullyAudited: row.fully_audited }),
    ...(row.liability_pence === null
      ? {}
      : { employersLiabilityPence: Number(row.liability_pence) }),
  },
  ...(row.goal ? { goal: row.goal } : {}),
  ...(row.lebc_check_on ? { lebcCheckDate: row.lebc_check_on } : {}),
  ...(row.genuine_declared_on ? { genuineDeclarationDate: row.genuine_declared_on } : {}),
  indicators: row.indicators as NonNullable<WorkExperience['indicators']>,
  ...(row.attendance_code ? { attendanceCode: row.attendance_code } : {}),
})

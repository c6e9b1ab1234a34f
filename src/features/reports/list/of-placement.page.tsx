import { identityOf } from '#features/children/index.ts'
import { doIRun, PlacementFrame, placementById } from '#features/placements/index.ts'
import { page } from '#platform/http/page.tsx'
import { reportsOfPlacement } from './list.query.ts'
import { PlainReportTable } from './report-table.tsx'

/** What the provider reported of one child, for who answers for the child. */
export const placementReportsPage = page({
  path: '/placements/:placement/reports',
  permission: 'provider-report.answer',
  async load(visit) {
    const { tx, params, today } = visit
    const placement = await placementById(tx, params.placement)
    return {
      placement,
      child: await identityOf(tx, placement.child_id, today),
      run: await doIRun(tx, placement.id),
      rows: await reportsOfPlacement(visit, placement.id),
    }
  },
  discloses: ({ placement }) => ({
    event: 'provider-report.listed',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
  }),
  view: ({ placement, child, run, rows }, { me }) => (
    <PlacementFrame placement={placement} child={child} me={me} run={run} title="Reports">
      <p class="govuk-body">
        What the provider reports: progress, and incidents on the day. Say that you have read one,
        so that the provider knows.
      </p>
      <PlainReportTable rows={rows} empty="The provider has not reported anything yet." />
    </PlacementFrame>
  ),
})

import { z } from 'zod'
import { may } from '#domain/permissions.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { safeguardingHub } from '#features/organisations/index.ts'
import { placementById } from '#features/placements/index.ts'
import { BackLink, Button, Form, InsetText, Layout, PageHeading } from '#govuk/index.ts'
import { choice } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { DangerNow } from '../danger-now.tsx'
import { reportsOfPlacement } from '../list/list.query.ts'
import { PlainReportTable } from '../list/report-table.tsx'
import { beginReport } from './begin-report.ts'
import { mayBeReported } from './placement-reported.ts'

/** What a provider has reported of one child, and the two buttons with which it reports more. */
export const placedReportsPage = formPage({
  path: '/placed/:placement/reports',
  permission: 'provider-report.write',
  async load(visit) {
    const placement = await placementById(visit.tx, visit.params.placement)
    if (placement.provider_id !== visit.me.organisationId) throw new NotFound()
    return {
      placement,
      rows: await reportsOfPlacement(visit, placement.id),
      open: await mayBeReported(visit.tx, placement.id),
      hub: await safeguardingHub(visit.tx),
    }
  },
  discloses: ({ placement }) => ({
    event: 'provider-report.listed',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
  }),
  schema: z.object({ kind: choice(['incident', 'progress'], 'Choose what you want to report') }),
  view: ({ placement, rows, open, hub }, _form, { me }) => (
    <Layout
      title={`Reports, ${placement.childName}`}
      before={
        may(me, 'placed.read') && (
          <BackLink href={`/placed/${placement.id}`}>{placement.childName}</BackLink>
        )
      }
    >
      <PageHeading caption={placement.name}>{`Reports on ${placement.childName}`}</PageHeading>
      <DangerNow hub={hub} />
      {open ? (
        <>
          <Form>
            <input type="hidden" name="kind" value="incident" />
            <Button preventDoubleClick>Report an incident</Button>
          </Form>
          <Form>
            <input type="hidden" name="kind" value="progress" />
            <Button variant="secondary" preventDoubleClick>
              Write a progress report
            </Button>
          </Form>
        </>
      ) : (
        <InsetText>
          Reports are written from the day on which a placement is agreed until ten school days
          after its end.
        </InsetText>
      )}
      <PlainReportTable rows={rows} empty="Nothing has been reported yet." />
    </Layout>
  ),
  async submit(visit, { placement, open }, { kind }) {
    if (!open) throw new Refusal('Of this placement nothing can be reported now.')
    return `/provider-reports/${await beginReport(visit, placement, kind)}/${kind}`
  },
})

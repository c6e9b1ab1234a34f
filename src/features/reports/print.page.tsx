import { BackLink, Layout, NoBreak, PageHeading } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { ReadingsView } from './reading/readings-view.tsx'
import { About, openReport } from './report.page.tsx'
import { reportViewed } from './report.query.ts'
import { kindWords } from './report.ts'
import { ReportView } from './report-view.tsx'

/** The report on paper. What is for safeguarding leads alone is never on it. */
export const printReportPage = page({
  path: '/provider-reports/:report/print',
  permission: 'provider-report.read',
  load: openReport,
  discloses: model => ({ ...reportViewed(model), detail: { form: 'print' } }),
  view: ({ report, objectives, readings }) => (
    <Layout
      title={`${kindWords[report.kind]} ${report.name}`}
      before={<BackLink href={`/provider-reports/${report.id}`}>The report</BackLink>}
    >
      <PageHeading caption={`${report.childName}, ${report.providerName}`}>
        {kindWords[report.kind]} <NoBreak>{report.name}</NoBreak>
      </PageHeading>
      <p class="govuk-body govuk-!-display-none-print">
        Print this page with your browser. Menus and links stay off the paper.
      </p>
      <About report={report} link={false} />
      {report.safeguarding && (
        <p class="govuk-body">
          There is also a part for safeguarding leads. It is not printed with the report.
        </p>
      )}
      <ReportView report={report} objectives={objectives} />
      <ReadingsView readings={readings} />
    </Layout>
  ),
})

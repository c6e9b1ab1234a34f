import { momentInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import { BackLink, Layout, PageHeading, SummaryList } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { reportCalled, reportViewed } from '../report.query.ts'
import { Lines } from '../report-view.tsx'
import { partsOf } from './parts.query.ts'

/** What only its author and safeguarding leads read (S4). Each opening is remembered by itself. */
export const safeguardingPage = page({
  path: '/provider-reports/:report/safeguarding',
  permission: 'provider-report.safeguarding',
  async load({ tx, params }) {
    const report = await reportCalled(tx, params.report)
    const parts = await partsOf(tx, report)
    if (parts.length === 0) throw new NotFound()
    return { report, parts }
  },
  discloses: model => ({
    ...reportViewed(model),
    event: 'provider-report.safeguarding-viewed' as const,
  }),
  view: ({ report, parts }) => (
    <Layout
      title={`Safeguarding part, ${report.name}`}
      before={<BackLink href={`/provider-reports/${report.id}`}>The report</BackLink>}
    >
      <PageHeading caption={`${report.childName}, ${report.providerName}`}>
        Safeguarding part
      </PageHeading>
      <p class="govuk-body">
        Read by who wrote it, by the provider’s safeguarding lead and by the safeguarding lead of
        the child’s school. Keep it in the child’s safeguarding record, and nowhere else.
      </p>
      {parts.map(part => (
        <SummaryList
          card={{
            title: `${part.name}${part.status === 'draft' ? ' (draft)' : ''}: ${part.author ?? 'somebody'}, ${momentInWords(part.at)}`,
          }}
          rows={[
            { key: 'What was seen, heard or said', value: <Lines text={part.words} /> },
            {
              key: 'What was done',
              value: part.actions ? <Lines text={part.actions} /> : 'Not said',
            },
            {
              key: 'Who was told, and when',
              value: part.told ? <Lines text={part.told} /> : 'Not said',
            },
          ]}
        />
      ))}
    </Layout>
  ),
})

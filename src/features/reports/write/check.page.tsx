import { z } from 'zod'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { BackLink, Button, Form, InsetText, Layout, PageHeading } from '#govuk/index.ts'
import { action, page } from '#platform/http/page.tsx'
import { objectivesIn, reportViewed } from '../report.query.ts'
import { kindWords } from '../report.ts'
import { ReportView } from '../report-view.tsx'
import { isPartOpen } from '../safeguarding/parts.query.ts'
import { SafeguardingNote } from '../safeguarding/safeguarding-note.tsx'
import { DiscardDraft } from './discard-draft.tsx'
import { draftOfOurs } from './draft.query.ts'
import { missingIn } from './missing.ts'
import { discardReport, sendReport } from './send-report.ts'

/** Everything once more before it leaves, with a way back to each answer. */
export const checkReportPage = page({
  path: '/provider-reports/:report/check',
  permission: 'provider-report.write',
  async load(visit) {
    const report = await draftOfOurs(visit)
    if (report.status !== 'draft') throw new NotFound()
    return {
      report,
      objectives: await objectivesIn(visit.tx, report.id),
      partOpen: report.safeguarding && (await isPartOpen(visit.tx, report)),
    }
  },
  discloses: reportViewed,
  view({ report, objectives, partOpen }) {
    const edit = `/provider-reports/${report.id}/${report.kind}`
    const missing = Object.entries(missingIn(report))
    return (
      <Layout
        title={`Check the ${kindWords[report.kind].toLowerCase()}`}
        before={<BackLink href={edit}>Change the answers</BackLink>}
      >
        <PageHeading caption={`${report.childName}, ${report.name}`}>
          {`Check the ${kindWords[report.kind].toLowerCase()}`}
        </PageHeading>
        {report.because && <InsetText>It corrects an earlier version: {report.because}</InsetText>}
        <ReportView report={report} objectives={objectives} change={edit} />
        <SafeguardingNote report={report} open={partOpen} />
        {report.kind === 'incident' && (
          <p class="govuk-body">
            <a class="govuk-link" href={`/provider-reports/${report.id}/safeguarding/write`}>
              {report.safeguarding
                ? 'Write or change your safeguarding part'
                : 'Add a safeguarding part'}
            </a>
          </p>
        )}
        {missing.length > 0 ? (
          <>
            <h2 class="govuk-heading-m">It cannot be sent yet</h2>
            <ul class="govuk-list">
              {missing.map(([field, message]) => (
                <li>
                  <a class="govuk-link" href={`${edit}#${idOf(field)}`}>
                    {message}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <Form action={`/provider-reports/${report.id}/send`} version={report.version}>
            <p class="govuk-body">
              The child’s school, the partnership and, for a looked-after child, the Virtual School
              read it. Once sent it is not changed: a correction is a new version beside it.
            </p>
            <Button preventDoubleClick>Send the report</Button>
          </Form>
        )}
        <DiscardDraft report={report} />
      </Layout>
    )
  },
})

/** A date is three fields, and the first has the name of the day. */
const idOf = (field: string) => (/^period_|_on$/.test(field) ? `${field}-day` : field)

export const sendReportAction = action({
  path: '/provider-reports/:report/send',
  permission: 'provider-report.write',
  load: async visit => ({ report: await draftOfOurs(visit) }),
  schema: z.object({}),
  version: ({ report }) => report.version,
  async submit(visit, { report }) {
    const [missing] = Object.values(missingIn(report))
    if (missing) throw new Refusal(`It cannot be sent yet. ${missing}.`)
    await sendReport(visit, report)
    visit.flash(`${report.name} is sent. You see here who has read it`)
    return `/provider-reports/${report.id}`
  },
})

export const discardReportAction = action({
  path: '/provider-reports/:report/discard',
  permission: 'provider-report.write',
  load: async visit => ({ report: await draftOfOurs(visit) }),
  schema: z.object({}),
  version: ({ report }) => report.version,
  async submit(visit, { report }) {
    await discardReport(visit, report)
    visit.flash(`The draft ${report.name} is thrown away`)
    return '/provider-reports'
  },
})

import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  TextArea,
} from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { reportViewed, versionsOf } from '../report.query.ts'
import { correctReport } from './correct-report.ts'
import { draftOfOurs } from './draft.query.ts'
import { mayBeReported } from './placement-reported.ts'

/** What was sent is not changed: another version is, with the reason beside it. */
export const correctReportPage = formPage({
  path: '/provider-reports/:report/correct',
  permission: 'provider-report.write',
  async load(visit) {
    const report = await draftOfOurs(visit)
    const [newest] = (await versionsOf(visit.tx, report)).filter(({ status }) => status === 'sent')
    if (newest?.id !== report.id || !(await mayBeReported(visit.tx, report.placement_id)))
      throw new NotFound()
    return { report }
  },
  discloses: reportViewed,
  schema: z.object({ because: text('Say why it is corrected', { most: 1000 }) }),
  view: ({ report }, form) => (
    <Layout
      title="Correct the report"
      form={form}
      before={<BackLink href={`/provider-reports/${report.id}`}>The report</BackLink>}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`${report.childName}, ${report.name}`}>Correct the report</PageHeading>
      <p class="govuk-body">
        What was sent stays as it is, and everybody who read it can see what changed. You go on with
        a copy of it.
      </p>
      <Form>
        <TextArea name="because" label="Why is it corrected?" rows={3} form={form} />
        <Button preventDoubleClick>Go on to the copy</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, { report }, { because }) {
    const { id, begun } = await correctReport(visit, report, because)
    if (!begun)
      visit.flash(
        'A correction of this version is being written already. Here it is',
        'information',
      )
    return `/provider-reports/${id}/${report.kind}`
  },
})

import { z } from 'zod'
import { safeguardingHub } from '#features/organisations/index.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  InsetText,
  Layout,
  PageHeading,
  StaleAnswers,
  TextArea,
} from '#govuk/index.ts'
import { optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { DangerNow } from '../danger-now.tsx'
import { reportViewed } from '../report.query.ts'
import { draftOfOurs } from '../write/draft.query.ts'
import { keepPart } from './keep-part.ts'
import { partsOf } from './parts.query.ts'

const labels = {
  words: 'What was seen, heard or said?',
  actions: 'What was done?',
  told: 'Who was told, and when?',
} as const

/** The part of an incident report that only safeguarding leads are to read. Each author has their own. */
export const writePartPage = formPage({
  path: '/provider-reports/:report/safeguarding/write',
  permission: 'provider-report.write',
  async load(visit) {
    const report = await draftOfOurs(visit, 'incident')
    const mine = (await partsOf(visit.tx, report)).filter(
      ({ by_user }) => by_user === visit.me.userId,
    )
    return {
      report,
      hub: await safeguardingHub(visit.tx),
      own: mine.find(({ report_id }) => report_id === report.id),
      before: mine.find(({ report_id }) => report_id !== report.id),
    }
  },
  discloses: ({ report }) => ({
    ...reportViewed({ report }),
    event: 'provider-report.safeguarding-viewed' as const,
  }),
  schema: z.object({
    words: text('Say what was seen, heard or said', { most: 8000 }),
    actions: optionalText({ most: 4000 }),
    told: optionalText({ most: 1000 }),
  }),
  initial: ({ own, before }) => ({
    words: (own ?? before)?.words ?? '',
    actions: (own ?? before)?.actions ?? '',
    told: (own ?? before)?.told ?? '',
  }),
  version: ({ own }) => own?.version ?? 0,
  view: ({ report, own, hub }, form) => (
    <Layout
      title="Safeguarding part"
      form={form}
      before={<BackLink href={`/provider-reports/${report.id}/incident`}>The report</BackLink>}
    >
      <ErrorSummary form={form} />
      <StaleAnswers form={form} labels={labels} />
      <PageHeading caption={`${report.childName}, ${report.name}`}>Safeguarding part</PageHeading>
      <DangerNow hub={hub} />
      <InsetText>
        Read only by you, by your safeguarding lead, and by the safeguarding lead of the child’s
        school. Everybody else who reads the report is told that there is such a part.
      </InsetText>
      <Form version={own?.version ?? 0} warnUnsaved>
        <TextArea
          name="words"
          label={labels.words}
          hint="The child’s own words, as they were said. What you saw, and not what you conclude"
          rows={8}
          form={form}
        />
        <TextArea name="actions" label={labels.actions} rows={4} form={form} />
        <TextArea
          name="told"
          label={labels.told}
          hint="Your safeguarding lead, the hub, the police, the school: by whom and at what time"
          rows={3}
          form={form}
        />
        <Button preventDoubleClick>Save and check the report</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, { report, own }, answers) {
    await keepPart(visit, report, own, answers)
    return `/provider-reports/${report.id}/check`
  },
})

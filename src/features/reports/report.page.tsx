import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  ActionBar,
  BackLink,
  Button,
  ErrorSummary,
  InsetText,
  Layout,
  NoBreak,
  PageHeading,
  SummaryList,
} from '#govuk/index.ts'
import { optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { markRead } from './reading/mark-read.ts'
import { readingsOf } from './reading/readings.query.ts'
import { ReadForm, ReadingsView } from './reading/readings-view.tsx'
import {
  objectivesIn,
  type Report,
  reportCalled,
  reportViewed,
  versionsOf,
} from './report.query.ts'
import { kindWords } from './report.ts'
import { ReportView } from './report-view.tsx'
import { isPartOpen } from './safeguarding/parts.query.ts'
import { SafeguardingNote } from './safeguarding/safeguarding-note.tsx'
import { VersionsView } from './versions-view.tsx'
import { DiscardDraft } from './write/discard-draft.tsx'
import { mayBeReported } from './write/placement-reported.ts'

export async function openReport({
  tx,
  params,
}: Pick<Visit<`/provider-reports/:report${string}`>, 'tx'> & {
  params: { readonly report: string }
}) {
  const report = await reportCalled(tx, params.report)
  return {
    report,
    objectives: await objectivesIn(tx, report.id),
    versions: await versionsOf(tx, report),
    readings: await readingsOf(tx, report.id),
    partOpen: report.safeguarding && (await isPartOpen(tx, report)),
  }
}

/** One report: what it says, its versions, who has read it, and the button of who reads it. */
export const reportPage = formPage({
  path: '/provider-reports/:report',
  permission: 'provider-report.read',
  load: async visit => {
    const opened = await openReport(visit)
    return {
      ...opened,
      already: opened.readings.some(({ by_user }) => by_user === visit.me.userId),
      open: await mayBeReported(visit.tx, opened.report.placement_id),
      me: visit.me,
    }
  },
  discloses: reportViewed,
  schema: ({ already }) =>
    z.object({
      reply: already
        ? optionalText({ most: 2000 }).refine(reply => reply !== null, 'Write your answer')
        : optionalText({ most: 2000 }),
    }),
  view({ report, objectives, versions, readings, partOpen, already, open, me }, form) {
    const ours = report.by_organisation === me.organisationId
    const newest = versions.filter(({ status }) => status === 'sent')[0]
    return (
      <Layout
        title={`${kindWords[report.kind]} ${report.name}`}
        form={form}
        before={<BackLink href="/provider-reports">Reports</BackLink>}
      >
        <ErrorSummary form={form} />
        <ActionBar
          actions={
            <>
              {report.status === 'draft' && (
                <>
                  <Button href={`/provider-reports/${report.id}/${report.kind}`}>
                    Go on writing
                  </Button>
                  <Button href={`/provider-reports/${report.id}/check`} variant="secondary">
                    Check and send
                  </Button>
                </>
              )}
              {report.status === 'sent' && ours && open && newest?.id === report.id && (
                <Button href={`/provider-reports/${report.id}/correct`} variant="secondary">
                  Correct it
                </Button>
              )}
              {report.status === 'sent' && (
                <Button href={`/provider-reports/${report.id}/print`} variant="secondary">
                  Print
                </Button>
              )}
            </>
          }
        >
          <PageHeading caption={`${report.childName}, ${report.providerName}`}>
            {kindWords[report.kind]} <NoBreak>{report.name}</NoBreak>
          </PageHeading>
        </ActionBar>
        {report.status === 'draft' && (
          <InsetText>A draft: only your organisation reads it.</InsetText>
        )}
        {newest && newest.number > report.number && (
          <InsetText>
            There is a newer version: <a href={`/provider-reports/${newest.id}`}>{newest.name}</a>.
            It was corrected because: {newest.because}
          </InsetText>
        )}
        <About report={report} link={!ours} />
        <SafeguardingNote report={report} open={partOpen} />
        <ReportView report={report} objectives={objectives} />
        {report.status === 'draft' && <DiscardDraft report={report} />}
        <VersionsView versions={versions} shown={report.id} />
        {report.status === 'sent' && <ReadingsView readings={readings} />}
        {report.status === 'sent' && may(me, 'provider-report.answer') && (
          <ReadForm form={form} already={already} lead={partOpen && me.role === 'school-dsl'} />
        )}
      </Layout>
    )
  },
  async submit(visit, { report, already }, { reply }) {
    if (report.status !== 'sent' || !may(visit.me, 'provider-report.answer')) throw new NotFound()
    await markRead(visit, report, reply)
    visit.flash(
      already
        ? 'The provider is told that you answered'
        : 'The provider sees that you have read it',
    )
    return `/provider-reports/${report.id}`
  },
})

export const About = ({ report, link }: { report: Report; link: boolean }) => (
  <SummaryList
    rows={[
      {
        key: 'Placement',
        value:
          link && report.placement_reference ? (
            <a class="govuk-link" href={`/placements/${report.placement_id}/reports`}>
              {report.placementName}
            </a>
          ) : (
            report.placementName
          ),
      },
      { key: 'Written by', value: `${report.author ?? 'Somebody'}, ${report.providerName}` },
      report.sent_at !== null && {
        key: 'Sent',
        value: `${momentInWords(report.sent_at)}${report.sent_by === report.by_user ? '' : `, by ${report.sender ?? 'somebody'}`}`,
      },
      report.because !== null && { key: 'Corrected because', value: report.because },
    ]}
  />
)

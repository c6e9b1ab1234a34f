import { londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { FindingCard, findingsOfProvider, wayRoundAtProvider } from '#features/findings/index.ts'
import { InsetText, SummaryCard, Table } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { ActionTable } from '../actions/action-table.tsx'
import { StatusTag, VisitFrame, visitHref } from '../frame.tsx'
import { isOurs } from '../own-visit.ts'
import { answersTo, recordOf, type VisitAnswers, visitOf } from '../visit.query.ts'
import { missingOf } from './missing.ts'
import { AboutVisit, Areas, Interviews, Replies } from './report.view.tsx'
import { StepButtons, stepsOf } from './visit-steps.tsx'

/** Rules on assessments and visits: what they say of the provider stands on its visit too. */
const aboutVisits = new Set(['QAV-01', 'QAV-03', 'QAV-05', 'EVD-14'])

async function open({
  tx,
  me,
  today,
  params,
}: Pick<Visit, 'tx' | 'me' | 'today'> & { readonly params: { readonly visit: string } }) {
  const visit = await visitOf(tx, params.visit)
  const record = await recordOf(tx, visit.id)
  const answers = await answersTo(tx, visit.id)
  const findings = may(me, 'visit.write') ? await findingsOfProvider(tx, visit.provider_id) : []
  return {
    visit,
    me,
    today,
    record,
    answers,
    findings: findings.filter(({ rule }) => aboutVisits.has(rule)),
    missing: isOurs(me, visit) && visit.status === 'draft' ? missingOf(visit, record, today) : [],
  }
}
type Model = Awaited<ReturnType<typeof open>>

/** One visit: its record while it is written, and the report when it is. */
export const visitPage = page({
  path: '/visits/:visit',
  permission: 'visit.read',
  discloses: 'nothing personal',
  load: open,
  view: (model: Model) => {
    const { visit, me, today, record, answers, findings, missing } = model
    const writes = isOurs(me, visit) && visit.status === 'draft' ? visitHref(visit) : undefined
    return (
      <VisitFrame visit={visit}>
        <p class="govuk-body">
          <StatusTag status={visit.status} />
        </p>
        <StepButtons visit={visit} steps={stepsOf(me, visit, record, answers)} />
        <Moderations moderations={answers.moderations} />
        {missing.length > 0 && (
          <InsetText>
            <p class="govuk-body">Before it can be submitted:</p>
            <ul class="govuk-list govuk-list--bullet">
              {missing.map(each => (
                <li>{each}</li>
              ))}
            </ul>
          </InsetText>
        )}
        <AboutVisit visit={visit} {...(writes ? { changeHref: `${writes}/about` } : {})} />
        {visit.status !== 'planned' && (
          <>
            <Areas record={record} writeHref={writes} />
            <Interviews interviews={record.interviews} writeHref={writes} />
            <ActionTable visit={visit} me={me} today={today} actions={answers.actions} />
          </>
        )}
        {(visit.status === 'moderated' || visit.status === 'published') && (
          <Replies replies={answers.replies} />
        )}
        {visit.status === 'published' && may(me, 'visit.write') && <Adoptions {...answers} />}
        {findings.length > 0 && (
          <>
            <h2 class="govuk-heading-m">What the rules say of assessing {visit.providerName}</h2>
            {findings.map(finding => (
              <FindingCard finding={finding} unless={wayRoundAtProvider(finding)} />
            ))}
          </>
        )}
      </VisitFrame>
    )
  },
})

/** The report on paper: without what is still to be done to it, and without what moderators said. */
export const printVisitPage = page({
  path: '/visits/:visit/print',
  permission: 'visit.read',
  discloses: 'nothing personal',
  load: open,
  view: ({ visit, me, today, record, answers }: Model) => (
    <VisitFrame visit={visit} title="Report of the visit">
      <p class="govuk-body govuk-!-display-none-print">
        Print this page with your browser. Menus and links stay off the paper.
      </p>
      <AboutVisit visit={visit} />
      <Areas record={record} />
      <Interviews interviews={record.interviews} />
      <ActionTable visit={visit} me={me} today={today} actions={answers.actions} onPaper />
      {(visit.status === 'moderated' || visit.status === 'published') && (
        <Replies replies={answers.replies} />
      )}
    </VisitFrame>
  ),
})

const Moderations = ({ moderations }: Pick<VisitAnswers, 'moderations'>) => {
  if (moderations.length === 0) return null
  return (
    <SummaryCard title="Moderation">
      {moderations.map(({ outcome, words, by, at }) => (
        <p class="govuk-body">
          <strong>{outcome === 'sent back' ? 'Sent back' : 'Moderated'}</strong>
          {` by ${by ?? 'quality assurance'} on ${dayInWords(londonDay(at))}`}
          {words && <span class="onroll-lines">: {words}</span>}
        </p>
      ))}
    </SummaryCard>
  )
}

const Adoptions = ({ adoptions }: Pick<VisitAnswers, 'adoptions'>) => (
  <Table
    caption="Who relies on it"
    firstCellIsHeader
    head={['Commissioner', 'Since', 'Why']}
    empty="No other commissioner has adopted this report."
    rows={adoptions.map(({ name, adopted_on, reason }) => [name, dayInWords(adopted_on), reason])}
  />
)

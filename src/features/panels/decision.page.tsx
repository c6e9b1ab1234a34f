import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  DefinitionStrip,
  ErrorSummary,
  Form,
  InsetText,
  Layout,
  PageHeading,
  SummaryCard,
  SummaryList,
  WarningText,
} from '#govuk/index.ts'
import { formPage, page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { decisionCodeName, isAllocation } from './decide.ts'
import { type Decision, decisionById, enforceability } from './decision.query.ts'
import { type EnforceabilityStep, hindrance } from './enforceability.ts'
import { issueDecision, noticesOf } from './issue.ts'
import { DecisionTag } from './status-tags.tsx'

const name = (decision: Decision) => `Decision D-${decision.reference}`

async function load(visit: Visit<'/decisions/:decision'>) {
  const decision = await decisionById(visit, visit.params.decision)
  const notices = await visit.tx
    .selectFrom('notice')
    .leftJoin('organisation as reader', 'reader.id', 'notice.to_organisation_id')
    .select([
      'notice.id',
      'notice.subject',
      'notice.sent_at',
      'notice.read_at',
      'reader.name as to',
    ])
    .where('notice.decision_id', '=', decision.id)
    .execute()
  return { me: visit.me, decision, steps: await enforceability(visit, decision), notices }
}

const disclosed = ({ decision }: { decision: Decision }) =>
  ({
    event: 'decision.viewed',
    subjectKind: 'decision',
    subjectId: decision.id,
    childId: decision.child_id ?? undefined,
  }) as const

export const decisionPage = page({
  path: '/decisions/:decision',
  permission: 'decision.read',
  load,
  discloses: disclosed,
  view: ({ me, decision, steps, notices }) => (
    <Layout
      title={name(decision)}
      before={
        <BackLink
          href={`/cases/${decision.referral_id}`}
        >{`Case R-${decision.case_reference}`}</BackLink>
      }
    >
      <PageHeading
        caption={`${decision.forename ?? ''} ${decision.surname ?? ''}, R-${decision.case_reference}`}
      >
        {name(decision)}
      </PageHeading>
      <p>
        <DecisionTag status={decision.status} />
      </p>
      {steps && <Enforceability steps={steps} issued={decision.status === 'issued'} />}
      <DecisionSummary decision={decision} />
      {may(me, 'decision.issue') && (
        <ButtonGroup>
          {decision.status === 'recorded' && (
            <Button href={`/decisions/${decision.id}/issue`}>Issue the decision</Button>
          )}
          {decision.emergency && !decision.ratified_at && (
            <Button href={`/decisions/${decision.id}/ratify`} variant="secondary">
              Record that it was ratified
            </Button>
          )}
          {decision.status !== 'superseded' && (
            <Button href={`/decisions/${decision.id}/replace`} variant="secondary">
              Bring the case back for another decision
            </Button>
          )}
        </ButtonGroup>
      )}
      {notices.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Who was told</h2>
          <ul class="govuk-list">
            {notices.map(({ id, to, sent_at, read_at }) => (
              <li>
                <a class="govuk-link" href={`/notices/${id}`}>
                  {to}
                </a>
                {`, sent ${momentInWords(sent_at)}, ${read_at ? `read ${momentInWords(read_at)}` : 'not read yet'}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  ),
})

export const Enforceability = ({
  steps,
  issued,
}: {
  steps: readonly EnforceabilityStep[]
  issued: boolean
}) => (
  <>
    <h2 class="govuk-heading-m">Does this decision stand?</h2>
    <DefinitionStrip
      label="What makes a Fair Access decision enforceable"
      steps={steps.map(({ title, done, detail }) => ({ label: title, done, words: detail }))}
    />
    {!issued && hindrance(steps) && (
      <WarningText>
        {hindrance(steps)} A decision taken without all schools having the opportunity to contribute
        is not enforceable (Co-ordinators’ FAQ, question 3, point 3).
      </WarningText>
    )}
  </>
)

const DecisionSummary = ({ decision }: { decision: Decision }) => (
  <SummaryList
    rows={[
      { key: 'Decided', value: decisionCodeName(decision.code) },
      { key: 'On', value: momentInWords(decision.decided_at) },
      decision.meeting_reference !== null && {
        key: 'At meeting',
        value: `PNL-${decision.meeting_reference}`,
      },
      decision.emergency && { key: 'Emergency decision because', value: decision.emergency_reason },
      decision.ratified_at !== null && {
        key: 'Ratified',
        value: momentInWords(decision.ratified_at),
      },
      decision.school !== null && { key: 'School', value: decision.school },
      decision.provision !== null && { key: 'Provision', value: decision.provision },
      decision.tier !== null && { key: 'Tier', value: String(decision.tier) },
      { key: 'Reasons', value: decision.reasons },
      decision.options_considered !== null && {
        key: 'Options considered',
        value: decision.options_considered,
      },
      decision.conditions !== null && { key: 'Conditions', value: decision.conditions },
      decision.dissent !== null && { key: 'Dissent', value: decision.dissent },
      decision.start_on !== null && { key: 'Starts', value: dayInWords(decision.start_on) },
      decision.review_on !== null && { key: 'Review', value: dayInWords(decision.review_on) },
      decision.end_on !== null && { key: 'Ends', value: dayInWords(decision.end_on) },
      { key: 'Recorded by', value: decision.recorder ?? '' },
      decision.issued_at !== null && { key: 'Issued', value: momentInWords(decision.issued_at) },
    ]}
  />
)

export const issuePage = formPage({
  path: '/decisions/:decision/issue',
  permission: 'decision.issue',
  async load(visit) {
    const decision = await decisionById(visit, visit.params.decision)
    const steps = await enforceability(visit, decision)
    return {
      decision,
      steps,
      stop: steps && hindrance(steps),
      notices: await noticesOf(visit, decision),
    }
  },
  discloses: disclosed,
  schema: z.object({}),
  version: ({ decision }) => decision.version,
  view: ({ decision, steps, stop, notices }, form) => (
    <Layout
      title="Issue the decision"
      form={form}
      before={<BackLink href={`/decisions/${decision.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={name(decision)}>Issue the decision</PageHeading>
      {steps && <Enforceability steps={steps} issued={false} />}
      <DecisionSummary decision={decision} />
      <h2 class="govuk-heading-m">Notices that will be sent</h2>
      {notices.map(notice => (
        <SummaryCard title={`To ${notice.to}`}>
          <p class="govuk-body">
            <strong>{notice.subject}</strong>
          </p>
          {notice.body.split('\n\n').map(paragraph => (
            <p class="govuk-body">{paragraph}</p>
          ))}
        </SummaryCard>
      ))}
      <InsetText>
        The notices are read in Onroll. E-mail says only that there is one, and never names the
        child.
      </InsetText>
      {!stop && (
        <Form version={decision.version}>
          <Button>
            {isAllocation(decision.code)
              ? 'Issue it, and start the seven days'
              : 'Issue the decision'}
          </Button>
        </Form>
      )}
    </Layout>
  ),
  async submit(visit, { decision }) {
    const told = await issueDecision(visit, decision)
    visit.flash(
      `Decision D-${decision.reference} of ${dayInWords(londonDay(decision.decided_at))} is issued. Told: ${told.map(({ to }) => to).join(', ') || 'nobody'}.`,
    )
    return `/decisions/${decision.id}`
  },
})

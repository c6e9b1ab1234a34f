import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  InsetText,
  Layout,
  PageHeading,
  SummaryCard,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { isAllocation } from './decide.ts'
import { disclosed, name } from './decision.page.tsx'
import { decisionById, enforceability } from './decision.query.ts'
import { DecisionSummary, Enforceability } from './decision-views.tsx'
import { hindrance } from './enforceability.ts'
import { issueDecision, noticesOf } from './issue.ts'

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

import { momentInWords } from '#domain/london-time.ts'
import { FindingCard } from '#features/findings/index.ts'
import {
  Alert,
  Button,
  ButtonMenu,
  ContextualDate,
  Form,
  SummaryList,
  TicketPanel,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { type RouteKey, routes } from '../route.ts'
import { sourceWords } from '../rule-words.tsx'
import { caseDisclosed, openCase } from './case.query.ts'
import { actionsFor } from './case-actions.ts'
import { CaseLayout } from './case-layout.tsx'
import { nextStep } from './next-step.ts'
import { otherRoute } from './reroute.ts'
import { responseDue } from './response-due.query.ts'
import { markLookedAt } from './triage.ts'

/** The case in one page: what comes next and whose it is, which way it goes and why, and what stands in the way. */
export const caseOverviewPage = page({
  path: '/cases/:referral',
  permission: 'referral.read',
  load: async visit => {
    const opened = await openCase(visit, visit.params.referral)
    if (opened.side === 'partnership' && visit.me.role === 'coordinator')
      await markLookedAt(visit, opened.referral)
    const triages = opened.side === 'partnership' && visit.me.role === 'coordinator'
    const answer =
      opened.referral.status === 'submitted' && !opened.referral.first_response_at
        ? await responseDue(visit.tx, opened.referral)
        : undefined
    return {
      opened,
      answerBy: answer?.due,
      other: triages ? await otherRoute(visit, opened.referral) : undefined,
    }
  },
  discloses: ({ opened }) => caseDisclosed(opened),
  view: ({ opened, other, answerBy }, { me, today }) => {
    const { referral } = opened
    const step = nextStep(opened)
    const route = referral.route as RouteKey | null
    const notable = opened.findings.filter(
      each => each.level !== 'info' || each.blocks.length > 0 || each.due !== null,
    )
    return (
      <CaseLayout opened={opened} title="Overview">
        <TicketPanel title="Next step">
          <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{step.what}</p>
          <p class="govuk-body">Whose it is: {step.who}</p>
          {referral.waiting_since && (
            <p class="govuk-body">Waiting since {momentInWords(referral.waiting_since)}</p>
          )}
          {answerBy && (
            <p class="govuk-body">
              The school is to have an answer by <ContextualDate date={answerBy} today={today} />
            </p>
          )}
        </TicketPanel>
        <ButtonMenu items={actionsFor(opened, me)} />
        {other && (
          <Alert kind="warning" title="Something about the child has become known">
            <p class="govuk-body">
              By the rules the case now goes another way: {routes[other.route]}. {other.reason}
            </p>
            <Form action={`/cases/${referral.id}/route`}>
              <Button variant="secondary" preventDoubleClick>
                Send the case this way
              </Button>
            </Form>
          </Alert>
        )}
        {route && (
          <SummaryList
            card={{ title: 'Whose case, and which way' }}
            rows={[
              { key: 'Responsible', value: opened.partnership ?? 'Not known' },
              { key: 'Route', value: routes[route] },
              { key: 'Why', value: referral.route_reason },
              {
                key: 'Source',
                value: (referral.route_rule ?? '')
                  .split(', ')
                  .filter(Boolean)
                  .map(rule => <div>{sourceWords(rule)}</div>),
              },
              { key: 'Referred by', value: opened.referrer },
              { key: 'Owner', value: opened.owner ?? 'Not assigned' },
              !!referral.submitted_at && {
                key: 'Sent',
                value: momentInWords(referral.submitted_at),
              },
              !!referral.ended_because && { key: 'Ended because', value: referral.ended_because },
            ]}
          />
        )}
        <h2 class="govuk-heading-m">What the rules say</h2>
        {notable.length === 0 && (
          <p class="govuk-body">Nothing stands in the way, and nothing is due.</p>
        )}
        {notable.map(finding => (
          <FindingCard finding={finding} />
        ))}
        {opened.findings.length > notable.length && (
          <p class="govuk-body">
            <a class="govuk-link" href={`/cases/${referral.id}/findings`}>
              {opened.findings.length - notable.length} more to know
            </a>
          </p>
        )}
      </CaseLayout>
    )
  },
})

import { momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { BackLink, Button, ButtonGroup, Layout, PageHeading } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { type Decision, decisionById, enforceability } from './decision.query.ts'
import { DecisionSummary, Enforceability } from './decision-views.tsx'
import { DecisionTag } from './status-tags.tsx'

export const name = (decision: Decision) => `Decision D-${decision.reference}`

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

export const disclosed = ({ decision }: { decision: Decision }) =>
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

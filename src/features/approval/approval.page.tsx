import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import {
  approvalWords,
  looksInto,
  ProviderLayout,
  type Standing,
  standingOf,
} from '#features/providers/index.ts'
import { Button, InsetText, SummaryList, Table, Tag } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { type DecisionMade, decisionsAbout } from './decisions.query.ts'
import { providerToWeigh } from './provider-to-weigh.ts'

/** Whether a provider may be used: what was decided, by whom and why, and beside it what the records say. */
export const approvalPage = page({
  path: '/providers/:provider/approval',
  permission: 'approval.read',
  discloses: 'nothing personal',
  load: async visit => {
    const provider = await providerToWeigh(visit, visit.params.provider)
    return {
      provider,
      me: visit.me,
      decisions: await decisionsAbout(visit.tx, provider.id),
      // A provider reads what was decided. What the records say counts concerns, and those are not for it.
      standing:
        looksInto(visit.me, provider.id) && visit.me.organisationKind !== 'provider'
          ? await standingOf(visit.tx, provider.id, visit.today)
          : undefined,
    }
  },
  view: ({ provider, me, decisions, standing }) => (
    <ProviderLayout
      provider={provider}
      me={me}
      title="Approval"
      part="/approval"
      actions={
        may(me, 'approval.decide') && (
          <Button href={`/providers/${provider.id}/approval/decide`}>
            {decisions.length > 0 ? 'Decide anew' : 'Decide'}
          </Button>
        )
      }
    >
      <Latest decision={decisions[0]} />
      {standing && <Records provider={provider.id} standing={standing} />}
      {decisions.length > 1 && <History decisions={decisions.slice(1)} />}
    </ProviderLayout>
  ),
})

const Latest = ({ decision }: { decision: DecisionMade | undefined }) =>
  decision ? (
    <SummaryList
      card={{ title: 'What the officers decided' }}
      rows={[
        {
          key: 'Decision',
          value: (
            <Tag tone={approvalWords[decision.approval].tone}>
              {approvalWords[decision.approval].word}
            </Tag>
          ),
        },
        decision.conditions ? { key: 'Conditions', value: decision.conditions } : false,
        { key: 'Why', value: decision.because },
        { key: 'From', value: dayInWords(decision.fromOn) },
        {
          key: 'Looked at again by',
          value: decision.reviewOn ? dayInWords(decision.reviewOn) : 'No day is set',
        },
        { key: 'Decided by', value: whoOf(decision) },
      ]}
    />
  ) : (
    <InsetText>
      The officers have decided nothing about this provider yet. Being in this directory is no
      assurance.
    </InsetText>
  )

const Records = ({ provider, standing }: { provider: string; standing: Standing }) => (
  <>
    <h2 class="govuk-heading-m">What the records say</h2>
    <p class="govuk-body">
      Worked out from documents, annual assessments, concerns and findings:{' '}
      <Tag tone={approvalWords[standing.derived.approval].tone}>
        {approvalWords[standing.derived.approval].word}
      </Tag>
    </p>
    {standing.againstIt && (
      <InsetText>
        The records speak against what was decided. The decision counts until there is a new one.
      </InsetText>
    )}
    <Table
      caption="What speaks"
      head={['What', 'Speaks for']}
      rows={standing.derived.reasons.map(({ words, towards, at }) => [
        at ? (
          <a class="govuk-link" href={`/providers/${provider}/${at}`}>
            {words}
          </a>
        ) : (
          words
        ),
        approvalWords[towards].word,
      ])}
      empty="Nothing speaks against using it: the documents are in date, it was assessed within the year, and nothing is open."
    />
    <p class="govuk-body">
      This is worked out, and stops nothing by itself. What stops a placement is a finding of a
      rule, or a decision to pause or end.
    </p>
  </>
)

const History = ({ decisions }: { decisions: readonly DecisionMade[] }) => (
  <Table
    caption="Earlier decisions"
    head={['From', 'Decision', 'Why', 'Decided by']}
    rows={decisions.map(decision => [
      dayInWords(decision.fromOn),
      approvalWords[decision.approval].word,
      decision.conditions
        ? `${decision.because} Conditions: ${decision.conditions}`
        : decision.because,
      whoOf(decision),
    ])}
  />
)

const whoOf = ({ by, organisation }: DecisionMade) => (by ? `${by}, ${organisation}` : organisation)

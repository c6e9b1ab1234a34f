import { writeReference } from '#domain/reference.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  InsetText,
  Layout,
  PageHeading,
  Tag,
  TaskList,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { gateNotices, gateStop } from '../gate/questions.ts'
import { RuleInset } from '../rule-words.tsx'
import { referralForm } from './referral-form.query.ts'
import { isEditable } from './save-section.ts'
import { schoolsOwn } from './section.pages.tsx'
import { type SectionState, stateOf, unfinished } from './section-state.ts'
import { sections } from './sections.ts'

/** Everything that is asked, in any order. Each part is kept when it is saved. */
export const taskListPage = page({
  path: '/referrals/:referral',
  permission: 'referral.write',
  load: async visit => schoolsOwn(await referralForm(visit, visit.params.referral)),
  discloses: ({ referral, child }) => ({
    event: 'referral.viewed',
    subjectKind: 'referral',
    subjectId: referral.id,
    childId: child.id,
  }),
  view: form => {
    const { referral, child } = form
    const base = `/referrals/${referral.id}`
    const sent = !['draft', 'returned'].includes(referral.status)
    const stop = gateStop(referral)
    const left = unfinished(form).length
    return (
      <Layout
        title={`Referral of ${child.name}`}
        before={<BackLink href="/referrals">Referrals</BackLink>}
      >
        <PageHeading
          caption={`${writeReference('referral', referral.reference)}, ${referral.status}`}
        >
          Referral of {child.name}
        </PageHeading>
        {referral.status === 'returned' && (
          <InsetText>
            <p class="govuk-body">The co-ordinator returned this referral.</p>
            <p class="govuk-body govuk-!-margin-bottom-0">{referral.ended_because}</p>
          </InsetText>
        )}
        {sent && isEditable(referral.status) && (
          <InsetText>
            This referral has been sent. What you change here stays with you until you{' '}
            <a class="govuk-link" href={`${base}/amend`}>
              send the changes
            </a>
            .
          </InsetText>
        )}
        {stop ? (
          <InsetText>
            {stop === 'open' ? 'Answer the first questions to begin.' : stop.heading}{' '}
            <a class="govuk-link" href={`${base}/gate/${stop === 'open' ? 'roll' : 'outcome'}`}>
              {stop === 'open' ? 'Answer them now' : 'See where to go'}
            </a>
          </InsetText>
        ) : (
          gateNotices(referral)
            .filter(({ rule }) => rule !== 'RTE-01')
            .map(({ rule, text }) => <RuleInset rule={rule}>{text}</RuleInset>)
        )}
        <p class="govuk-body">
          {left === 0
            ? 'Every part is finished.'
            : `${left} of ${sections.length - 1} parts still to finish. What you save is kept.`}
        </p>
        <TaskList
          items={sections.map(section => ({
            title: section.optional ? `${section.title} (optional)` : section.title,
            href: `${base}/${section.key}`,
            status: <StateWords state={stateOf(section, form)} />,
          }))}
        />
        <ButtonGroup>
          {sent ? (
            <Button href={`${base}/amend`}>Check what has changed</Button>
          ) : (
            <Button href={`${base}/check`}>Check your answers</Button>
          )}
          {referral.status === 'draft' && (
            <a class="govuk-link" href={`${base}/discard`}>
              Discard this draft
            </a>
          )}
          {referral.status !== 'draft' && (
            <a class="govuk-link" href={`/cases/${referral.id}`}>
              Open the case
            </a>
          )}
        </ButtonGroup>
      </Layout>
    )
  },
})

const StateWords = ({ state }: { state: SectionState }) =>
  state === 'done' ? (
    <>Completed</>
  ) : (
    <Tag tone={state === 'in progress' ? 'turquoise' : 'grey'}>
      {state === 'in progress' ? 'In progress' : 'Not started'}
    </Tag>
  )

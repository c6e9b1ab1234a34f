import { BackLink, Button, ButtonGroup, Layout, PageHeading, SummaryList } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { referralForm } from '../form/referral-form.query.ts'
import { RuleInset } from '../rule-words.tsx'
import { gateNotices, gateQuestions, gateStop } from './questions.ts'

/** What the answers mean: the way the case will go, or where to go instead. */
export const gateOutcomePage = page({
  path: '/referrals/:referral/gate/outcome',
  permission: 'referral.write',
  load: visit => referralForm(visit, visit.params.referral),
  discloses: ({ referral, child }) => ({
    event: 'referral.viewed',
    subjectKind: 'referral',
    subjectId: referral.id,
    childId: child.id,
  }),
  view: form => {
    const stop = gateStop(form.referral)
    const title =
      stop && stop !== 'open'
        ? stop.heading
        : stop === 'open'
          ? 'Some questions are still open'
          : 'What your answers mean'
    const base = `/referrals/${form.referral.id}`
    return (
      <Layout title={title} before={<BackLink href={`${base}/gate/roll`}>The questions</BackLink>}>
        <PageHeading caption={form.child.name}>{title}</PageHeading>
        {stop && stop !== 'open' && <RuleInset rule={stop.rule}>{stop.whereToGo}</RuleInset>}
        {!stop &&
          gateNotices(form.referral).map(({ rule, text }) => (
            <RuleInset rule={rule}>{text}</RuleInset>
          ))}
        <SummaryList
          rows={gateQuestions.map(({ key, column, question, options }) => ({
            key: question,
            value: options[form.referral[column] ?? ''] ?? 'Not answered',
            actions: [
              {
                href: `${base}/gate/${key}`,
                children: 'Change',
                visuallyHiddenText: question.toLowerCase(),
              },
            ],
          }))}
        />
        <ButtonGroup>
          {!stop && <Button href={base}>Continue with the referral</Button>}
          <a class="govuk-link" href={`${base}/discard`}>
            Discard this draft
          </a>
        </ButtonGroup>
      </Layout>
    )
  },
})

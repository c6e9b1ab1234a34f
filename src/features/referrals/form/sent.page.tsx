import { dayInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { NotFound } from '#domain/refusal.ts'
import { Layout, Panel, ProgressTracker } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { nextPanel } from '../case/next-panel.query.ts'
import { responseDue } from '../case/response-due.query.ts'
import { referralToChange } from '../move-referral.ts'
import { type RouteKey, routes } from '../route.ts'
import { RuleInset } from '../rule-words.tsx'

/** Sent: its reference, whose it is now, and what happens next and by when. */
export const sentPage = page({
  path: '/referrals/:referral/sent',
  permission: 'referral.write',
  load: async ({ tx, me, params, today }) => {
    const referral = await referralToChange(tx, params.referral)
    if (!referral.submitted_at || referral.referring_organisation_id !== me.organisationId)
      throw new NotFound()
    const partnership = await tx
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('id', '=', referral.responsible_partnership_id)
      .executeTakeFirst()
    return {
      referral,
      partnership,
      answer: await responseDue(tx, referral),
      panel: partnership ? await nextPanel(tx, partnership.id, today) : undefined,
    }
  },
  discloses: ({ referral }) => ({
    event: 'referral.viewed',
    subjectKind: 'referral',
    subjectId: referral.id,
    childId: referral.child_id ?? undefined,
  }),
  view: ({ referral, partnership, answer, panel }) => {
    const route = (referral.route ?? 'ordinary') as RouteKey
    const toPanel = !['annual-review', 'looked-after-own', 'return-to-admissions'].includes(route)
    return (
      <Layout title="Referral sent">
        <Panel title="Referral sent">
          Your reference
          <br />
          <strong>{writeReference('referral', referral.reference)}</strong>
        </Panel>
        <p class="govuk-body">
          It went to {partnership?.name ?? 'the responsible partnership'}. {referral.route_reason}
        </p>
        {referral.route_rule && (
          <RuleInset rule={referral.route_rule.split(', ').at(-1) ?? ''}>
            {routes[route]}.
          </RuleInset>
        )}
        <h2 class="govuk-heading-m">What happens next</h2>
        <ProgressTracker
          label="What happens next"
          steps={[
            { label: 'You sent the referral', state: 'done' },
            {
              label: 'The co-ordinator answers',
              state: 'current',
              ...(answer
                ? {
                    note: answer.due
                      ? `Within ${answer.days} school days, by ${dayInWords(answer.due)}`
                      : `Within ${answer.days} school days`,
                  }
                : {}),
            },
            ...(toPanel
              ? [
                  {
                    label: 'The panel hears the case',
                    state: 'not started' as const,
                    note: panel
                      ? `The next meeting is on ${dayInWords(panel)}`
                      : 'The date of the next meeting is not known yet',
                  },
                ]
              : []),
          ]}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${referral.id}`}>
            Follow the case
          </a>{' '}
          or{' '}
          <a class="govuk-link" href="/referrals">
            see all your referrals
          </a>
          .
        </p>
      </Layout>
    )
  },
})

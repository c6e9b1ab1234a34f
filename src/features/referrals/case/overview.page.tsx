import { momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { writeReference } from '#domain/reference.ts'
import { FindingCard } from '#features/findings/index.ts'
import { ButtonMenu, type MenuItem, SummaryList, TicketPanel } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { referralLifecycle } from '../referral.ts'
import { type RouteKey, routes } from '../route.ts'
import { sourceWords } from '../rule-words.tsx'
import { type Case, caseDisclosed, openCase } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'
import { nextStep } from './next-step.ts'
import { endsWithoutPanel, markLookedAt } from './triage.ts'

/** The case in one page: what comes next and whose it is, which way it goes and why, and what stands in the way. */
export const caseOverviewPage = page({
  path: '/cases/:referral',
  permission: 'referral.read',
  load: async visit => {
    const opened = await openCase(visit, visit.params.referral)
    if (opened.side === 'partnership' && visit.me.role === 'coordinator')
      await markLookedAt(visit, opened.referral)
    return opened
  },
  discloses: caseDisclosed,
  view: (opened, { me }) => {
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
        </TicketPanel>
        <ButtonMenu items={actionsFor(opened, me)} />
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

/** Every action open to this person at this point, in sight. */
function actionsFor(opened: Case, me: Me): MenuItem[] {
  const { referral, side } = opened
  const base = `/cases/${referral.id}`
  const can = (action: Parameters<typeof referralLifecycle.may>[1]) =>
    referralLifecycle.may(referral.status, action)
  const fairAccess = referral.kind === 'fair-access'
  if (side === 'referrer' && may(me, 'referral.write'))
    return present([
      referral.status === 'returned' && {
        text: 'Change and send again',
        href: fairAccess ? `/fair-access/new/${referral.child_id}` : `/referrals/${referral.id}`,
      },
      !fairAccess &&
        ['submitted', 'accepted', 'listed'].includes(referral.status) && {
          text: 'Change an answer',
          href: `/referrals/${referral.id}`,
        },
      { text: 'Write a message', href: `${base}/messages` },
      ownExclusion(opened, me) && {
        text: 'Education after the exclusion',
        href: `${base}/education`,
      },
      can('withdraw') && {
        text: 'Withdraw',
        href: `/referrals/${referral.id}/withdraw`,
        variant: 'warning',
      },
    ])
  if (side !== 'partnership' || !may(me, 'referral.triage')) return []
  const ends =
    can('close') ||
    (referral.status === 'submitted' && endsWithoutPanel.has(referral.route as RouteKey))
  return present([
    // A Fair Access case is accepted by finding that its criteria are met.
    can('accept') &&
      (fairAccess
        ? { text: 'Check the criteria', href: `${base}/criteria` }
        : { text: 'Accept', href: `${base}/accept` }),
    { text: 'Assign', href: `${base}/assign` },
    ['submitted', 'accepted', 'listed', 'decided'].includes(referral.status) && {
      text: 'Ask for information',
      href: `${base}/ask`,
    },
    can('return') && { text: 'Return', href: `${base}/return` },
    can('refer on') && { text: 'Refer on', href: `${base}/refer-on` },
    ['submitted', 'accepted'].includes(referral.status) && {
      text: 'Dispute responsibility',
      href: `${base}/dispute`,
    },
    can('decide') &&
      referral.status === 'accepted' && {
        text: 'Record an emergency decision',
        href: `${base}/emergency-decision`,
      },
    ends && { text: 'Close', href: `${base}/close` },
    can('reopen') && { text: 'Open again', href: `${base}/reopen` },
  ])
}

const ownExclusion = ({ child }: Case, me: Me) =>
  child?.exclusions.some(
    each =>
      each.kind === 'permanent' &&
      !each.reinstated_on &&
      !each.education_from &&
      each.school_id === me.organisationId,
  ) ?? false

const present = (items: readonly (MenuItem | false)[]): MenuItem[] =>
  items.filter(item => item !== false)

export const caseName = ({ referral, identity }: Case): string =>
  `${writeReference('referral', referral.reference)}, ${identity.name}`

import { may } from '#domain/permissions.ts'
import type { MenuItem } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import { editHref } from '../edit-href.ts'
import { isEditable } from '../form/save-section.ts'
import { referralLifecycle } from '../referral.ts'
import type { RouteKey } from '../route.ts'
import type { Case } from './case.query.ts'
import { endsWithoutPanel } from './triage.ts'

/** Every action open to this person at this point, in sight. */
export function actionsFor(opened: Case, me: Me): MenuItem[] {
  const { referral, side } = opened
  const base = `/cases/${referral.id}`
  const can = (action: Parameters<typeof referralLifecycle.may>[1]) =>
    referralLifecycle.may(referral.status, action)
  const fairAccess = referral.kind === 'fair-access'
  if (side === 'referrer' && may(me, 'referral.write'))
    return present([
      referral.status === 'returned' && {
        text: 'Change and send again',
        href: editHref(referral),
      },
      !fairAccess &&
        isEditable(referral.status) && {
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

import { may } from '#domain/permissions.ts'
import type { MenuItem } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import type { Placement } from './placement.query.ts'
import { placementLifecycle } from './placement.ts'

/** Every action open to who commissions it, in sight. */
export function actionsOf({ id, status, provider_id }: Placement, me: Me): MenuItem[] {
  if (!may(me, 'placement.run')) return []
  const base = `/placements/${id}`
  const can = (action: Parameters<typeof placementLifecycle.may>[1]) =>
    placementLifecycle.may(status, action)
  if (!provider_id) return atAHost(base, can)
  return [
    ...(can('offer') ? [{ text: 'Look at what it would do', href: `${base}/tripwire` }] : []),
    ...(can('offer')
      ? [
          { text: 'Change the week', href: `${base}/week` },
          { text: 'Correct the proposal', href: `${base}/proposal` },
        ]
      : []),
    ...(can('offer') ? [{ text: 'Choose another provider', href: `${base}/provider` }] : []),
    ...(can('start') ? [{ text: 'Record the start', href: `${base}/start` }] : []),
    ...(status === 'accepted' || status === 'live'
      ? [{ text: 'Ask for a change', href: `${base}/changes/new` }]
      : []),
    ...(can('end') ? [{ text: 'End it', href: `${base}/end` }] : []),
    ...(can('withdraw')
      ? [{ text: 'Withdraw it', href: `${base}/withdraw`, variant: 'warning' as const }]
      : []),
  ]
}

/** A host has no account: nothing is offered to it, and whoever arranges it records start and end. */
const atAHost = (
  base: string,
  can: (action: Parameters<typeof placementLifecycle.may>[1]) => boolean,
): MenuItem[] => [
  { text: 'The host and its checks', href: `${base}/work-experience` },
  ...(can('start with host')
    ? [{ text: 'Record the start', href: `${base}/work-experience/start` }]
    : []),
  ...(can('end') ? [{ text: 'End it', href: `${base}/end` }] : []),
  ...(can('withdraw')
    ? [{ text: 'Withdraw it', href: `${base}/withdraw`, variant: 'warning' as const }]
    : []),
]

import { may } from '#domain/permissions.ts'
import type { MenuItem } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import type { Direction } from './direction.query.ts'

/** Every action that is open with a direction, in sight. */
export function actionsOf(
  { id, status, text }: Pick<Direction, 'id' | 'status' | 'text'>,
  me: Me,
  { ours, plan }: { ours: boolean; plan: boolean },
): MenuItem[] {
  const base = `/directions/${id}`
  const notice = text ? [{ text: 'Print the notice', href: `${base}/notice` }] : []
  if (!ours)
    return [
      ...notice,
      ...(may(me, 'direction.ask') && me.role === 'sena' && status === 'issued' && plan
        ? [{ text: 'Ask for a review', href: `${base}/requests/new` }]
        : []),
    ]
  if (status === 'draft')
    return [
      { text: 'Write it', href: `${base}/edit` },
      { text: 'Issue the notice', href: `${base}/issue` },
      { text: 'Discard the draft', href: `${base}/discard`, variant: 'warning' },
    ]
  if (status !== 'issued') return notice
  return [
    ...notice,
    { text: 'Set the next review', href: `${base}/reviews/new` },
    { text: 'Record a request for a review', href: `${base}/requests/new` },
    { text: 'Placement and authority', href: `${base}/later` },
    { text: 'Change it', href: `${base}/change` },
    { text: 'End it', href: `${base}/end`, variant: 'warning' },
  ]
}

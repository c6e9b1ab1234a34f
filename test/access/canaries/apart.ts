import type { Route } from '#platform/http/page.tsx'
import type { Seen } from './look.ts'
import { withoutChance } from './normal.ts'
import type { Kind } from './plan.ts'
import type { Twin } from './twins.ts'

export type Answer = Seen & { readonly kind: Kind }

/**
 * May somebody tell from these two answers that the first is about a record? Of what is not for them there is nothing
 * (404); only where a record of which they know stands before it may the answer be about that one: not theirs to
 * keep (403), past changing (409). Both then say it in the same words.
 */
export const isToldApart = (
  { method, path }: Pick<Route, 'method' | 'path'>,
  seen: Seen,
  nothing: Pick<Seen, 'status' | 'text' | 'path'> | undefined,
  twin: Twin | undefined,
): boolean => {
  if (method !== 'POST' && isTrail(path, seen)) return false
  const mayBeSaid = twin?.behindReadable ? [404, 403, 409] : [404]
  return (
    !mayBeSaid.includes(seen.status) ||
    (nothing !== undefined && (nothing.status !== seen.status || saidBy(nothing) !== saidBy(seen)))
  )
}

/** What an answer says, but for the address that was asked for. */
const saidBy = ({ text, path }: Pick<Seen, 'text' | 'path'>) =>
  withoutChance(text.replaceAll(path, 'HERE').replaceAll(encodeURIComponent(path), 'HERE'))

/** Row 30: who answers for data protection reads who looked at a child, and not the child. */
const isTrail = (path: string, { viewer }: Seen) =>
  path === '/children/:child/looked' && viewer.membership?.role === 'data-protection-officer'

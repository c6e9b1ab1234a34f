import { BadRequest } from '#platform/http/respond.tsx'
import type { Me } from '#platform/sessions.ts'
import { administers, runsTheAuthority } from '../organisation.ts'

/**
 * Its own administrators, and those who run the authority, change what is said of an organisation. Whoever may enter
 * a provider may also mend what they entered, as long as nobody there can.
 */
export const mayChange = (
  me: Me,
  organisation: { readonly id: string; readonly kind: string },
  hasPeople: boolean,
): boolean =>
  runsTheAuthority(me) ||
  administers(me, organisation.id) ||
  (organisation.kind === 'provider' &&
    !hasPeople &&
    (me.role === 'coordinator' || me.role === 'quality-assurance'))

export function refuseUnless(allowed: boolean) {
  if (!allowed)
    throw new BadRequest(
      403,
      'Only the administrators of this organisation, and those who run the authority, may change this.',
    )
}

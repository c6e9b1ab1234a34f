import { may } from '#domain/permissions.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Visit } from '#platform/http/visit.ts'
import type { Me } from '#platform/sessions.ts'
import type { VisitStatus } from './lifecycle.ts'
import { type VisitRow, visitOf } from './visit.query.ts'

type InVisit = Pick<Visit, 'tx' | 'me'> & { readonly params: { readonly visit: string } }

/** Is it theirs to write, as somebody of the commissioner that makes the visit? */
export const isOurs = (me: Me, visit: Pick<VisitRow, 'commissioner_id'>): boolean =>
  may(me, 'visit.write') && visit.commissioner_id === me.organisationId

/** A visit of one's own commissioner that still stands where this may be done to it. */
export async function ownVisit(
  { tx, me, params }: InVisit,
  ...in_: readonly VisitStatus[]
): Promise<VisitRow> {
  const visit = await visitOf(tx, params.visit)
  if (!isOurs(me, visit)) throw new NotFound()
  refuseUnless(visit, in_)
  return visit
}

/** Any visit that the person may read, where it stands as it must. */
export async function visitIn(
  { tx, params }: Pick<InVisit, 'tx' | 'params'>,
  ...in_: readonly VisitStatus[]
): Promise<VisitRow> {
  const visit = await visitOf(tx, params.visit)
  refuseUnless(visit, in_)
  return visit
}

function refuseUnless({ status, name }: VisitRow, in_: readonly VisitStatus[]) {
  if (!in_.includes(status))
    throw new Refusal(`${name} is ${status}: this cannot be done to it now`)
}

import { type Asking, atSchool, iAm, ours } from '../asking.ts'
import { hasNobody } from '../writers.ts'
import { ofAProvider, whoRuns } from './placements.ts'

/** Who looks at the quality of providers: those who commission, and the officers. */
export const assuresQuality = (asking: Asking): boolean =>
  iAm(asking, 'coordinator', 'school-referrer', 'school-dsl', 'virtual-school', 'quality-assurance')

/** Row 19: evidence is known to the provider itself and to who commissions or assures; others know the public profile. */
export const looksInto = (asking: Asking, provider: string): boolean =>
  ofAProvider(asking) ? ours(asking, provider) : assuresQuality(asking)

/** Its manager; until somebody there has a role, whoever may have entered it. */
export const keepsProvider = (asking: Asking, provider: string): boolean =>
  (iAm(asking, 'provider-manager') && ours(asking, provider)) ||
  (iAm(asking, 'coordinator', 'quality-assurance') && hasNobody(asking, provider))

/** k17: a second factor within ten minutes. */
export function confirmedLately({ world, me, purpose, find }: Asking): boolean {
  const asker = world.askers.find(
    each =>
      each.userId === me?.userId &&
      each.membershipId === me?.membershipId &&
      each.purpose === purpose,
  )
  const shown = find.byId('session', asker?.sessionId)?.['second_factor_at']
  return typeof shown === 'string' && Date.parse(shown) > world.now.getTime() - 600_000
}

/** Row 20: staff and their checks. */
export const readsStaff = (asking: Asking, { provider_id }: { provider_id: string }): boolean =>
  (iAm(asking, 'provider-manager') && ours(asking, provider_id)) ||
  (iAm(asking, 'quality-assurance') && confirmedLately(asking))

/** Row 24: the document itself. The single central record names staff, so it is of row 20. */
export function mayOpenEvidence(asking: Asking, id: string | null | undefined): boolean {
  const item = asking.find.byId('evidence_item', id)
  if (!item) return false
  if (iAm(asking, 'provider-manager')) return ours(asking, item.provider_id)
  if (item.document === 'DOC-08') return iAm(asking, 'quality-assurance') && confirmedLately(asking)
  if (ofAProvider(asking)) return ours(asking, item.provider_id)
  if (atSchool(asking))
    return asking.find
      .of('placement', 'provider_id', item.provider_id)
      .some(
        each =>
          ours(asking, each.commissioner_id) &&
          ['proposed', 'offered', 'accepted', 'live'].includes(each.status),
      )
  return iAm(asking, 'coordinator', 'virtual-school', 'quality-assurance')
}

/** Row 21: a visit is its commissioner's, then the moderators', then the library's; the provider has its right of reply. */
export function mayReadVisit(asking: Asking, id: string): boolean {
  const visit = asking.find.byId('visit', id)
  if (!visit) return false
  const { status, commissioner_id, provider_id } = visit
  if (assuresQuality(asking) && (ours(asking, commissioner_id) || status === 'published'))
    return true
  if (iAm(asking, 'quality-assurance'))
    return (
      ['submitted', 'moderated'].includes(status) ||
      (status === 'draft' && visit.sent_back_at !== null)
    )
  return (
    iAm(asking, 'provider-manager', 'provider-dsl') &&
    ours(asking, provider_id) &&
    ['moderated', 'published'].includes(status)
  )
}

/** Whose concerns reach us: providers at which our organisation has a child, or all for the officers. */
export const weUse = (asking: Asking, provider: string): boolean =>
  iAm(asking, 'virtual-school', 'quality-assurance') ||
  (iAm(asking, 'coordinator', 'school-referrer', 'school-dsl') &&
    asking.find
      .of('placement', 'provider_id', provider)
      .some(
        each =>
          ours(asking, whoRuns(each)) && ['offered', 'accepted', 'live'].includes(each.status),
      ))

/** k12: whoever works for a provider, under any hat, reads no concern about it and decides nothing. */
export const worksFor = (asking: Asking, provider: string): boolean =>
  asking.find
    .of('membership', 'user_id', asking.me?.userId ?? '')
    .some(
      each =>
        each.organisation_id === provider &&
        (each.valid_to === null || each.valid_to >= asking.world.today),
    )

/** Row 21, S4: those who use the provider, the officers, and the organisation from which the concern came. */
export const mayReadConcern = (
  asking: Asking,
  concern: { provider_id: string; by_organisation: string },
): boolean =>
  (weUse(asking, concern.provider_id) ||
    (ours(asking, concern.by_organisation) && assuresQuality(asking))) &&
  !worksFor(asking, concern.provider_id)

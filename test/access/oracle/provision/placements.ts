import { addDays } from '#domain/dates.ts'
import { type Asking, atSchool, type Finder, holds, iAm, mine, onOurRoll, ours } from '../asking.ts'
import { mayReadAbout } from '../children.ts'

export const ofAProvider = (asking: Asking): boolean =>
  iAm(asking, 'provider-manager', 'provider-tutor', 'provider-dsl')

/** Rows 14 and 15: may this placement be read? k2 or own for schools, k4, k3, k7, and k6 for providers. */
export function mayReadPlacement(asking: Asking, id: string | null | undefined): boolean {
  const placement = asking.find.byId('placement', id)
  if (!placement) return false
  const { child_id, commissioner_id, provider_id, status } = placement
  if (ofAProvider(asking)) {
    if (!ours(asking, provider_id)) return false
    const lately =
      placement.provider_reads_until !== null &&
      placement.provider_reads_until >= asking.world.today
    // A tutor sees the children whom they teach, once it is agreed that they come.
    if (iAm(asking, 'provider-tutor'))
      return teaches(asking, placement.id) && (['accepted', 'live'].includes(status) || lately)
    return ['offered', 'accepted', 'live'].includes(status) || lately
  }
  if (atSchool(asking)) return ours(asking, commissioner_id) || onOurRoll(asking, child_id)
  if (iAm(asking, 'coordinator') && ours(asking, whoRuns(placement))) return true
  return (
    iAm(asking, 'coordinator', 'support-worker', 'virtual-school', 'sena') &&
    mayReadAbout(asking, 'education', child_id)
  )
}

/** C of row 17 (k6): of a child who is to come, is here or left so lately that we still read of it. */
export function mayReport(asking: Asking, id: string | null | undefined): boolean {
  const placement = asking.find.byId('placement', id)
  return (
    placement !== undefined &&
    ofAProvider(asking) &&
    mayReadPlacement(asking, placement.id) &&
    ['accepted', 'live', 'ended', 'ended early'].includes(placement.status)
  )
}

const teaches = (asking: Asking, placement: string) =>
  asking.find
    .of('placement_tutor', 'placement_id', placement)
    .some(each => mine(asking, each.user_id) && holds(each, asking.world.today))

/** Who keeps it here: its commissioner, or the partnership that arranges it for the authority, which has no role for it. */
export const whoRuns = (placement: { commissioner_id: string; arranged_by_id: string | null }) =>
  placement.arranged_by_id ?? placement.commissioner_id

/** C and U of row 14: the people of whoever runs it, who still see the child. */
export function mayRunPlacement(asking: Asking, id: string | null | undefined): boolean {
  const placement = asking.find.byId('placement', id)
  return (
    placement !== undefined &&
    iAm(asking, 'coordinator', 'support-worker', 'school-referrer', 'school-dsl') &&
    ours(asking, whoRuns(placement)) &&
    mayReadAbout(asking, 'education', placement.child_id)
  )
}

/** k6: the identity of a child who is placed with us. */
export const isPlacedWithUs = (asking: Asking, child: string): boolean =>
  ofAProvider(asking) &&
  asking.find.of('placement', 'child_id', child).some(({ id }) => mayReadPlacement(asking, id))

/** k14: the school to which a managed move is proposed or agreed reads whom it is about. */
export const comesByManagedMove = (asking: Asking, child: string): boolean =>
  atSchool(asking) &&
  asking.find
    .of('managed_move', 'child_id', child)
    .some(
      each =>
        ['proposed', 'agreed'].includes(each.status) &&
        !each.trial &&
        ours(asking, each.to_school_id),
    )

/** A name that was deleted: its school owes the return for a year; Admissions until somebody has the child, and a term. */
export function leftTheRoll(asking: Asking, child: string): boolean {
  const { find, world } = asking
  const made = find.of('roll_removal', 'child_id', child).filter(each => each.status === 'made')
  const since = (days: number) => (each: { [name: string]: unknown }) =>
    String(each['deleted_on']) > addDays(world.today, -days)
  if (atSchool(asking)) return made.some(each => ours(asking, each.school_id) && since(366)(each))
  if (!iAm(asking, 'admissions')) return false
  const onARoll = find
    .of('enrolment', 'child_id', child)
    .some(({ to_on }) => !to_on || to_on >= world.today)
  return made.some(since(92)) || (made.length > 0 && !onARoll)
}

/** The newest version of a plan that the asker may read. */
export const readableVersions = (
  asking: Asking,
  placement: string,
  find: Finder = asking.find,
): number[] =>
  find
    .of('individual_plan', 'placement_id', placement)
    .filter(({ status }) => status !== 'draft' || !ofAProvider(asking))
    .map(({ number }) => number)

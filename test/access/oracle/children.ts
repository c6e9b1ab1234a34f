import {
  type Asking,
  assignedToMe,
  atSchool,
  holds,
  iAm,
  inMyPack,
  inOurPartnership,
  isSent,
  newlyEntered,
  onOurRoll,
  ours,
  releasedToUs,
} from './asking.ts'

/** The parts of a child's record that the matrix tells apart (rows 1 to 4). */
export type About = 'identity' | 'education' | 'special needs' | 'care' | 'contacts'

/** May this be read about this child? Security 3.4, rows 1 to 4, with the deviations of docs/security/access.md. */
export function mayReadAbout(asking: Asking, about: About, id: string): boolean {
  const child = asking.find.byId('child', id)
  if (!child) return false
  const cases = asking.find.of('referral', 'child_id', id)
  // SCH, DSL [k2]; before any roll names the child, who entered it (deviation D1).
  if (atSchool(asking)) {
    if (onOurRoll(asking, id) || newlyEntered(asking, child)) return true
    // Afterwards, and before the child comes, identity only [k10, k14].
    return (
      about === 'identity' &&
      cases.some(
        each => ours(asking, each.referring_organisation_id) || releasedToUs(asking, each.id),
      )
    )
  }
  if (iAm(asking, 'coordinator'))
    return cases.some(each => inOurPartnership(asking, each)) || enteredByOurPartnership(asking, id)
  if (iAm(asking, 'support-worker')) return cases.some(each => assignedToMe(asking, each))
  if (iAm(asking, 'admissions')) return inAdmissionsRemit(asking, id)
  // SENA has no business with contacts, addresses and care (rows 3 and 4).
  if (iAm(asking, 'sena'))
    return (
      ['identity', 'education', 'special needs'].includes(about) && inSpecialNeedsRemit(asking, id)
    )
  if (iAm(asking, 'virtual-school')) return inVirtualSchoolRemit(asking, id)
  if (iAm(asking, 'panel-member', 'chair'))
    return (
      about === 'identity' &&
      cases.some(each =>
        asking.find.of('agenda_item', 'referral_id', each.id).some(item => inMyPack(asking, item)),
      )
    )
  return false
}

/** k7, ADM: a Fair Access case, their own drafts among them; or a child they entered themselves (D1). */
const inAdmissionsRemit = (asking: Asking, id: string) => {
  const child = asking.find.byId('child', id)
  return (
    asking.find
      .of('referral', 'child_id', id)
      .some(
        each =>
          each.kind === 'fair-access' &&
          (isSent(each) ||
            (each.status === 'draft' && ours(asking, each.referring_organisation_id))),
      ) ||
    (child?.merged_into_id === null && ours(asking, child.created_by_organisation_id))
  )
}

/** k7, SENA: SEN support, an EHCP or a top-up today. */
const inSpecialNeedsRemit = ({ find, world }: Asking, id: string) =>
  find
    .of('special_needs', 'child_id', id)
    .some(each => ['sen-support', 'ehcp'].includes(each.status) && holds(each, world.today)) ||
  find.of('top_up', 'child_id', id).some(each => holds(each, world.today))

/** k7, VS: looked after, or previously looked after, by this authority. */
const inVirtualSchoolRemit = ({ find, world }: Asking, id: string) =>
  find
    .of('care_status', 'child_id', id)
    .some(
      each =>
        ['looked-after', 'previously-looked-after'].includes(each.status) &&
        each.authority === world.authority &&
        holds(each, world.today),
    )

/** A child whom the partnership entered, while no school outside it has the child on roll (D1). */
const enteredByOurPartnership = (asking: Asking, id: string) => {
  const { find, world } = asking
  const child = find.byId('child', id)
  return (
    child?.merged_into_id === null &&
    ours(asking, child.created_by_organisation_id) &&
    find
      .of('enrolment', 'child_id', id)
      .filter(each => holds(each, world.today))
      .every(each => isOurMember(asking, each.school_id))
  )
}

const isOurMember = (asking: Asking, school: string) =>
  asking.find
    .of('partnership_member', 'school_id', school)
    .some(
      each =>
        ours(asking, String(each['partnership_id'])) &&
        String(each['joined_on']) <= asking.world.today &&
        (!each['left_on'] || String(each['left_on']) >= asking.world.today),
    )

import { type Building, day, moment, organisationsOf, span } from '../build.ts'
import type { Placement } from './rows.ts'

const statuses = [
  'proposed',
  'offered',
  'accepted',
  'declined',
  'live',
  'live',
  'ended',
  'ended early',
  'withdrawn',
]

/** Placements in every state, for schools and partnerships, with all that hangs on each. */
export function makePlacements(building: Building) {
  const { dice, rows, size } = building
  const providers = organisationsOf(building, 'provider')
  const schools = organisationsOf(building, 'school')
  const partnerships = organisationsOf(building, 'partnership')
  const children = rows.child.filter(({ merged_into_id }) => merged_into_id === null)
  const authorities = organisationsOf(building, 'authority')
  for (let n = 0; n < Math.max(6, Math.round(40 * size)); n++) {
    const child = dice.pick(children).id
    const roll = rows.enrolment.filter(({ child_id }) => child_id === child)
    const cases = rows.referral.filter(
      each => each.child_id === child && each.responsible_partnership_id,
    )
    const near = [
      ...roll.map(({ school_id }) => school_id),
      ...cases.flatMap(each => each.responsible_partnership_id ?? []),
    ]
    const status = statuses[n % statuses.length] ?? 'live'
    const over = status.startsWith('ended')
    const runs =
      near.length > 0 && dice.chance(0.75)
        ? dice.pick(near)
        : dice.pick([...schools, ...partnerships])
    const forAuthority = partnerships.includes(runs) && authorities.length > 0 && dice.chance(0.3)
    const placement: Placement = {
      id: dice.id(),
      child_id: child,
      kind: 'alternative provision',
      route: 'tier 3',
      commissioner_id: forAuthority ? dice.pick(authorities) : runs,
      arranged_by_id: forAuthority ? runs : null,
      provider_id: dice.pick(providers),
      status,
      planned_start_on: day(building, -60),
      planned_end_on: day(building, 60),
      started_on: ['live', 'ended', 'ended early'].includes(status) ? day(building, -60) : null,
      ended_on: over ? day(building, -20) : null,
      provider_reads_until: over
        ? dice.pick([null, day(building, -1), day(building, 0), day(building, 9)])
        : null,
    }
    rows.placement.push(placement)
    hangOn(building, placement)
  }
  for (const { id: child_id } of dice.some(children, 0.25)) {
    rows.school_session.push({
      id: dice.id(),
      child_id,
      school_id: dice.pick(schools),
      weekday: 2,
      starts_at: '09:00',
      ends_at: '12:00',
      from_on: day(building, -30),
    })
    rows.medical_exception.push({ id: dice.id(), child_id, evidence: 'A letter' })
    rows.no_school_time.push({ id: dice.id(), child_id, from_on: day(building, -9), to_on: null })
  }
}

function hangOn(building: Building, placement: Placement) {
  const { dice, rows } = building
  const { id: placement_id, child_id, provider_id } = placement
  const by_organisation = placement.arranged_by_id ?? placement.commissioner_id
  const row = () => ({ id: dice.id(), placement_id })
  const contact = rows.contact.find(each => each.child_id === child_id)
  for (const weekday of [1, 3])
    rows.placement_session.push({
      ...row(),
      weekday,
      starts_at: '09:30:00',
      ends_at: '12:30:00',
      from_on: day(building, -60),
    })
  // Every other line of a history is its provider’s own.
  const said =
    rows.placement_event.length % 2 === 1 ? (provider_id ?? by_organisation) : by_organisation
  if (dice.chance(0.6))
    rows.placement_event.push({ ...row(), what: 'proposed', by_organisation: said })
  if (dice.chance(0.5))
    rows.placement_change.push({
      ...row(),
      kind: 'extend',
      wanted: { kind: 'extend', endOn: day(building, 90) },
      reason: 'More time',
      status: dice.pick(['asked', 'asked', 'refused']),
      asked_by_organisation_id: dice.pick([by_organisation, provider_id ?? by_organisation]),
      decided_by: null,
    })
  if (dice.chance(0.5))
    rows.placement_agreement.push({ ...row(), party: 'school', contact_id: null })
  if (dice.chance(0.3))
    rows.tripwire_override.push({
      ...row(),
      head_name: 'A head',
      reason: 'There is no other place, and it ends in three weeks',
      findings: {},
    })
  const tutors = rows.membership.filter(({ role }) => role === 'provider-tutor')
  for (const { user_id } of dice.some(tutors, 0.5))
    rows.placement_tutor.push({ placement_id, user_id, ...span(building) })
  for (let n = dice.number(0, 2); n > 0; n--) {
    const shared = dice.chance(0.7)
    rows.disclosure.push({
      id: dice.id(),
      child_id,
      placement_id: dice.chance(0.8) ? placement_id : null,
      to_organisation_id: provider_id,
      to_person: null,
      shared,
      fields: shared ? { risk: 'x' } : {},
      how: 'in Onroll',
      why: 'To keep the child safe',
      by_user: dice.pick(rows.membership).user_id,
      by_organisation,
    })
  }
  if (provider_id && dice.chance(0.4)) {
    const plan = {
      ...row(),
      child_id,
      provider_id,
      status: dice.pick(['draft', 'in force', 'in force', 'ended']),
    }
    rows.substantial_plan.push(plan)
    if (contact) rows.substantial_plan_agreement.push({ plan_id: plan.id, contact_id: contact.id })
  }
  if (dice.chance(0.5))
    rows.finding.push({
      ...row(),
      referral_id: null,
      child_id: dice.chance(0.7) ? child_id : null,
      provider_id: null,
      level: 'warning',
      subject_type: 'placement',
      subject_id: placement_id,
      superseded_at: dice.chance(0.2) ? moment(building, -1) : null,
    })
}

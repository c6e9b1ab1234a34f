import { type Building, day, organisationsOf } from '../build.ts'
import type { Placement } from './rows.ts'

/** Weeks that change, objectives of a version to come, views given by a link, plans of the provider before. */
export function leadOn(
  building: Building,
  { id: placement_id, child_id, status, provider_id }: Placement,
) {
  const { dice, rows } = building
  const row = () => ({ id: dice.id(), placement_id })
  const week = { starts_at: '14:00:00', ends_at: '15:30:00' }
  rows.placement_session.push(
    { ...row(), ...week, weekday: 2, from_on: day(building, -60), to_on: day(building, -14) },
    { ...row(), ...week, weekday: 4, from_on: day(building, -14), to_on: null },
    { ...row(), ...week, weekday: 5, from_on: day(building, 0), to_on: null },
  )
  if (dice.chance(0.5))
    rows.placement_session.push({
      ...row(),
      weekday: 3,
      starts_at: '16:00:00',
      ends_at: '17:00:00',
      from_on: day(building, -60),
      to_on: null,
    })
  if (dice.chance(0.3))
    rows.placement_event.push({
      ...row(),
      what: 'ended early',
      by_user: null,
      by_organisation: null,
    })
  if (dice.chance(0.3))
    rows.plan_objective.push({
      ...row(),
      kind: 'academic',
      objective: 'To read aloud',
      added_in: 9,
      dropped_in: null,
    })
  const link = rows.pupil_link.find(each => each.placement_id === placement_id)
  if (link && dice.chance(0.5))
    rows.pupil_view.push({
      ...row(),
      how: 'link',
      link_id: link.id,
      going: 3,
      recorded_by: null,
      on_day: day(building, -2),
    })
  const mark = rows.register_mark.find(each => each.placement_id === placement_id)
  if (mark)
    rows.register_notice.push({
      placement_id,
      on_day: String(mark['on_day']) as Placement['provider_reads_until'] & string,
      starts_at: '14:00:00',
      kind: 'late return',
    })
  const elsewhere = organisationsOf(building, 'provider').find(id => id !== provider_id)
  const under = rows.substantial_plan.some(
    each => each.placement_id === placement_id && ['draft', 'in force'].includes(each.status),
  )
  if (elsewhere && status === 'live' && !under)
    rows.substantial_plan.push({ ...row(), child_id, provider_id: elsewhere, status: 'in force' })
}

/** A tutor who teaches a child under a short-term plan, and acknowledges nothing for the provider. */
export function teachUnderAPlan(building: Building) {
  const { dice, rows } = building
  for (const { id: placement_id, child_id, provider_id, status } of rows.placement) {
    const tutor = rows.membership.find(
      each => each.role === 'provider-tutor' && each.organisation_id === provider_id,
    )
    if (!tutor || !provider_id || !['accepted', 'live'].includes(status)) continue
    const plan = rows.substantial_plan.find(each => each.placement_id === placement_id)
    if (plan && plan.status !== 'in force') continue
    if (!plan)
      rows.substantial_plan.push({
        id: dice.id(),
        placement_id,
        child_id,
        provider_id,
        status: 'in force',
      })
    const { user_id } = tutor
    const named = rows.placement_tutor.some(
      each => each.placement_id === placement_id && each.user_id === user_id,
    )
    if (!named)
      rows.placement_tutor.push({
        placement_id,
        user_id,
        from_on: day(building, -30),
        to_on: null,
      })
  }
}

/** A plan that waits for the agreement of the first provider, whose manager is there. */
export function sendOnePlan({ rows }: Building) {
  const [provider] = organisationsOf({ rows }, 'provider')
  const there = rows.placement.filter(
    each => each.provider_id === provider && ['accepted', 'live'].includes(each.status),
  )
  const draft = rows.individual_plan.find(
    each => each.status === 'draft' && there.some(({ id }) => id === each.placement_id),
  )
  if (draft) Object.assign(draft, { status: 'with provider' })
}

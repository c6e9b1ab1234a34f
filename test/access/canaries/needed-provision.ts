import { addDays } from '#domain/dates.ts'
import { dice } from '../world/dice.ts'
import { hangOnReport, reportRow } from '../world/provision/make-reports.ts'
import type { World } from '../world/world.ts'

/**
 * So that every page of provision has somebody to show itself to: at one school, a placement in each state at the
 * provider whose people look, with its week, its change, its plan and its tutor; and a direction in each state.
 */
export function addNeededProvision(world: World) {
  const { rows, today, now } = world
  const chance = dice(57)
  const day = (days: number) => addDays(today, days)
  const of = (role: string) =>
    rows.membership.find(
      each =>
        each.role === role &&
        each.valid_from <= today &&
        !(each.valid_to && each.valid_to <= today),
    )
  const [lead, manager, tutor] = [of('school-dsl'), of('provider-manager'), of('provider-tutor')]
  const roll = rows.enrolment.find(
    each => each.school_id === lead?.organisation_id && each.from_on < today && each.to_on === null,
  )
  if (!lead || !manager || !roll) throw new Error('This world has no school with a child')
  const { child_id } = roll
  const contact = { id: chance.id(), child_id, parental_responsibility: true, ended_on: null }
  rows.contact.push(contact)
  for (const status of ['proposed', 'offered', 'accepted', 'live', 'ended', 'work'] as const) {
    const id = chance.id()
    const runs = status === 'live' || status === 'ended'
    const row = () => ({ id: chance.id(), placement_id: id })
    rows.placement.push({
      id,
      child_id,
      kind: status === 'work' ? 'work experience' : 'alternative provision',
      route: status === 'work' ? 'work experience' : 'tier 3',
      commissioner_id: lead.organisation_id,
      arranged_by_id: null,
      provider_id: status === 'work' ? null : manager.organisation_id,
      status: status === 'work' ? 'proposed' : status,
      planned_start_on: day(-60),
      planned_end_on: day(60),
      started_on: runs ? day(-60) : null,
      ended_on: status === 'ended' ? day(-2) : null,
      provider_reads_until: status === 'ended' ? day(9) : null,
    })
    if (status === 'work') {
      rows.work_experience.push({ placement_id: id, host_name: 'A garage' })
      continue
    }
    const week = { starts_at: '09:30:00', ends_at: '12:30:00' }
    rows.placement_session.push({ ...row(), ...week, weekday: 1, from_on: day(-60) })
    if (tutor)
      rows.placement_tutor.push({
        placement_id: id,
        user_id: tutor.user_id,
        from_on: day(-60),
        to_on: null,
      })
    if (status === 'live' && tutor)
      for (const [kind, state] of [
        ['incident', 'draft'],
        ['incident', 'sent'],
        ['progress', 'draft'],
        ['progress', 'sent'],
      ] as const) {
        const building = { rows, today, now, dice: chance, askers: [], size: 1 }
        const report = reportRow(building, {
          placement_id: id,
          kind,
          status: state,
          by_user: tutor.user_id,
          provider_id: manager.organisation_id,
        })
        rows.provider_report.push(report)
        hangOnReport(building, report)
      }
    rows.placement_change.push({
      ...row(),
      kind: 'extend',
      wanted: { kind: 'extend', endOn: day(90) },
      reason: 'More time',
      status: 'asked',
      asked_by_organisation_id: manager.organisation_id,
      decided_by: null,
    })
    rows.placement_review.push({
      ...row(),
      due_on: day(9),
      held_on: null,
      cancelled_because: null,
    })
    const plan = {
      ...row(),
      child_id,
      provider_id: manager.organisation_id,
      status: runs ? 'ended' : 'draft',
    }
    rows.substantial_plan.push(plan)
    rows.substantial_plan_agreement.push({ plan_id: plan.id, contact_id: contact.id })
    rows.pupil_link.push({
      ...row(),
      tries: 0,
      used_at: null,
      revoked_at: null,
      made_at: now.toISOString(),
      made_by: lead.user_id,
      expires_at: new Date(now.getTime() + 86_400_000).toISOString(),
    })
  }
  const elsewhere = rows.school.find(each => each['organisation_id'] !== lead.organisation_id)
  const move = {
    id: chance.id(),
    child_id,
    from_school_id: lead.organisation_id,
    to_school_id: String(elsewhere?.['organisation_id']),
    status: 'proposed',
    trial: false,
    agreement: 'We agree that the child moves for good',
  }
  // And one that comes to this school: everybody has agreed.
  const coming = {
    ...move,
    id: chance.id(),
    from_school_id: move.to_school_id,
    to_school_id: move.from_school_id,
    status: 'agreed',
  }
  rows.managed_move.push(move, coming)
  rows.managed_move_consent.push({
    id: chance.id(),
    move_id: move.id,
    party: 'from school',
    contact_id: null,
    agreed: true,
    how: 'By letter',
    by_organisation: lead.organisation_id,
  })
  for (const each of rows.roll_removal.filter(
    each => each.child_id === child_id && each.status === 'proposed',
  ))
    Object.assign(each, { status: 'withdrawn', withdrawn_because: 'The child stays' })
  rows.roll_removal.push({
    id: chance.id(),
    child_id,
    school_id: lead.organisation_id,
    ground: 'continuous-absence',
    status: 'proposed',
    proposed_on: day(-3),
  })
  const visit = {
    id: chance.id(),
    provider_id: manager.organisation_id,
    commissioner_id: lead.organisation_id,
    status: 'draft',
    planned_on: day(-1),
    visited_on: day(-1),
    sent_back_at: null,
    submitted_by: null,
    moderated_by: null,
  }
  rows.visit.push(visit, { ...visit, id: chance.id(), status: 'planned', visited_on: null })
  rows.visit_item.push({
    id: chance.id(),
    visit_id: visit.id,
    section: 'A',
    item: 'SV-A01',
    free_words: null,
    by_user: lead.user_id,
    removed_at: null,
  })
  rows.visit_action.push({
    id: chance.id(),
    visit_id: visit.id,
    provider_id: manager.organisation_id,
    action: 'Lock the gate',
    due_on: day(9),
    done_on: day(-1),
    done_by: manager.user_id,
  })
  rows.file.push({
    id: chance.id(),
    referral_id: null,
    visit_id: visit.id,
    size: 10,
    state: 'clean',
    by_organisation: lead.organisation_id,
  })
  for (const status of ['draft', 'issued', 'issued', 'ended']) {
    const direction = {
      id: chance.id(),
      child_id,
      school_id: lead.organisation_id,
      purpose: 'improve-behaviour',
      status,
      placement_id: null,
      start_on: day(-10),
      end_on: day(30),
    }
    rows.off_site_direction.push(direction)
    const row = () => ({ id: chance.id(), direction_id: direction.id })
    rows.off_site_review.push({ ...row(), due_on: day(9), held_on: null })
    rows.off_site_review_request.push({ ...row(), asked_on: day(-3), asked_by: 'parent' })
  }
}

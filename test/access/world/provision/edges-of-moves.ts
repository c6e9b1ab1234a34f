import { type Building, day, moment } from '../build.ts'

/** What the rules say of a placement at a provider, of moves, removals and directions. */
export function findMore({ dice, rows }: Building) {
  const finding = {
    referral_id: null,
    child_id: null,
    placement_id: null,
    provider_id: null,
    level: 'warning',
    superseded_at: null,
  }
  for (const { id, provider_id } of dice.some(rows.placement, 0.4))
    rows.finding.push({
      ...finding,
      id: dice.id(),
      placement_id: id,
      provider_id,
      subject_type: 'placement',
      subject_id: id,
    })
  for (const [table, subject_type] of [
    ['managed_move', 'managed-move'],
    ['roll_removal', 'removal'],
    ['off_site_direction', 'off-site-direction'],
  ] as const)
    for (const { id, child_id } of dice.some<{ id: string; child_id: string }>(rows[table], 0.6))
      rows.finding.push({ ...finding, id: dice.id(), child_id, subject_type, subject_id: id })
}

/** A name entered by a managed move; and one whose child comes before a panel to which its new school is invited. */
export function enterAndOwe(building: Building) {
  const { dice, rows } = building
  const [first] = rows.enrolment
  if (first) Object.assign(first, { source: 'managed move' })
  const today = moment(building, 0)
  const meeting = rows.meeting.find(
    ({ status, window_opens_at: opens, window_closes_at: closes }) =>
      status === 'open' && opens && closes && opens < today && closes > today,
  )
  const item = rows.agenda_item.find(({ meeting_id }) => meeting_id === meeting?.id)
  const child_id = rows.referral.find(({ id }) => id === item?.referral_id)?.child_id
  const school_id = rows.membership.find(({ role }) => role === 'panel-member')?.organisation_id
  if (!meeting || !child_id || !school_id) return
  const invited = rows.invitation.find(
    each => each.meeting_id === meeting.id && each.school_id === school_id,
  )
  if (invited) Object.assign(invited, { withdrawn_at: null })
  else
    rows.invitation.push({
      id: dice.id(),
      meeting_id: meeting.id,
      school_id,
      withdrawn_at: null,
    })
  const entered = {
    id: dice.id(),
    child_id,
    school_id,
    kind: 'current',
    from_on: day(building, -2),
    to_on: null,
  }
  rows.enrolment.push(entered)
  rows.new_pupil_return.push({
    enrolment_id: entered.id,
    child_id,
    school_id,
    entered_on: entered.from_on,
    made_on: null,
  })
}

import { type Building, day, moment, organisationsOf } from './build.ts'

/** What the dice throw too seldom: each of these tells one condition of the access functions from its absence. */
export function makeEdges(building: Building) {
  enterBeforeTheFirstDay(building)
  draftElsewhere(building)
  for (const partnership of organisationsOf(building, 'partnership')) {
    meet(building, partnership, 'cancelled')
    meet(building, partnership, 'open')
  }
}

/** A school or partnership entered a child whom another's school is to have on roll, but not yet: it still sees the child. */
function enterBeforeTheFirstDay(building: Building) {
  const { rows, dice } = building
  const schools = organisationsOf(building, 'school')
  for (const enterer of [...schools, ...organisationsOf(building, 'partnership')]) {
    const pattern = rows.child[0]
    if (!pattern) return
    const child = {
      ...pattern,
      id: dice.id(),
      created_by_organisation_id: enterer,
      merged_into_id: null,
    }
    rows.child.push(child)
    rows.enrolment.push({
      id: dice.id(),
      child_id: child.id,
      school_id: outside(building, enterer),
      kind: 'current',
      from_on: day(building, 20),
      to_on: null,
    })
  }
}

/** A school that is not this one, and in no partnership that is. */
function outside(building: Building, organisation: string): string {
  const { rows } = building
  const members = rows.partnership_member
    .filter(({ partnership_id }) => partnership_id === organisation)
    .map(({ school_id }) => school_id)
  const found = organisationsOf(building, 'school').find(
    each => each !== organisation && !members.includes(each),
  )
  if (!found) throw new Error('Every school of this world is a member of this partnership')
  return found
}

/** A Fair Access draft that another team of the authority began: no business of Admissions until it is sent. */
function draftElsewhere(building: Building) {
  const { rows, dice } = building
  const team = rows.organisation.find(each => each.kind === 'team' && each.team !== 'admissions')
  const child = rows.child.find(
    ({ id }) => !rows.referral.some(each => each.child_id === id && each.kind === 'fair-access'),
  )
  if (!team || !child) return
  const id = dice.id()
  rows.referral.push({
    id,
    kind: 'fair-access',
    status: 'draft',
    child_id: child.id,
    referring_organisation_id: team.id,
    responsible_partnership_id: null,
    submitted_at: null,
  })
  rows.fair_access_case.push({ referral_id: id })
}

/** A meeting in its window with papers out; everybody who had stepped back from its case has come back to it. */
function meet(building: Building, partnership: string, status: 'cancelled' | 'open') {
  const { rows, dice } = building
  const referral = rows.referral.find(
    each => each.responsible_partnership_id === partnership && each.status === 'listed',
  )
  if (!referral) return
  const meeting = {
    id: dice.id(),
    partnership_id: partnership,
    status,
    starts_at: moment(building, 1),
    ends_at: moment(building, 1.1),
    window_opens_at: moment(building, -3),
    window_closes_at: moment(building, 4),
  }
  const item = {
    id: dice.id(),
    meeting_id: meeting.id,
    referral_id: referral.id,
    position: 1,
    status: 'listed' as const,
  }
  const pack = {
    id: dice.id(),
    meeting_id: meeting.id,
    number: 1,
    superseded_at: null,
    recalled_at: null,
  }
  rows.meeting.push(meeting)
  rows.agenda_item.push(item)
  rows.pack.push(pack)
  rows.pack_item.push({ id: dice.id(), pack_id: pack.id, agenda_item_id: item.id, content: {} })
  for (const { user_id, organisation_id } of rows.membership.filter(
    each => each.organisation_id === partnership && ['chair', 'coordinator'].includes(each.role),
  ))
    rows.interest.push({
      id: dice.id(),
      agenda_item_id: item.id,
      user_id,
      school_id: organisation_id === partnership ? null : organisation_id,
      source: 'declared',
      recused: true,
      ended_at: moment(building, -1),
    })
}

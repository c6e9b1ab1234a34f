import { type Building, day, moment, organisationsOf, teamOf } from './build.ts'
import type { AgendaItem, Decision, Meeting } from './rows.ts'

const windows = [
  [null, null],
  [-10, -1],
  [-3, 4],
  [-3, 4],
  [-3, 4],
  [2, 9],
] as const

/** Meetings before, inside and after their windows, with papers in every state. */
export function makePanels(building: Building) {
  const { dice, rows, size } = building
  const partnerships = organisationsOf(building, 'partnership')
  for (const partnership_id of partnerships) {
    rows.panel_cycle.push({
      id: dice.id(),
      partnership_id,
      weekday: 2,
      every_weeks: 2,
      starts_at: '10:00',
      minutes: 60,
      first_on: day(building, -100),
      last_on: day(building, 100),
    })
    for (let n = 0; n < Math.max(1, Math.round(5 * size)); n++)
      makeMeeting(building, partnership_id)
  }
  const undecided = rows.referral.filter(({ status }) => status !== 'draft')
  for (const { id } of dice.some(undecided, 0.1)) decide(building, { referral_id: id })
}

function makeMeeting(building: Building, partnership_id: string) {
  const { dice, rows } = building
  const [opens, closes] = dice.pick(windows)
  const meeting: Meeting = {
    id: dice.id(),
    partnership_id,
    status: dice.pick(['planned', 'invited', 'invited', 'open', 'held', 'minuted', 'cancelled']),
    starts_at: moment(building, 1),
    ends_at: moment(building, 1.1),
    window_opens_at: opens === null ? null : moment(building, opens),
    window_closes_at: closes === null ? null : moment(building, closes),
  }
  rows.meeting.push(meeting)
  const schools = organisationsOf(building, 'school')
  for (const school_id of dice.some(schools, 0.4))
    rows.invitation.push({
      id: dice.id(),
      meeting_id: meeting.id,
      school_id,
      withdrawn_at: dice.chance(0.25) ? moment(building, -1) : null,
    })
  if (dice.chance(0.6))
    rows.meeting_attendance.push({
      id: dice.id(),
      meeting_id: meeting.id,
      school_id: dice.pick(schools),
      attended: 'attended',
    })
  const known = rows.referral.filter(({ status }) => !['draft', 'discarded'].includes(status))
  const ours = known.filter(each => each.responsible_partnership_id === partnership_id)
  const items = new Set(
    Array.from({ length: dice.number(1, 4) }, () =>
      dice.chance(0.8) && ours.length > 0 ? dice.pick(ours).id : dice.pick(known).id,
    ),
  )
  const agenda = [...items].map(
    (referral_id, at): AgendaItem => ({
      id: dice.id(),
      meeting_id: meeting.id,
      referral_id,
      position: at + 1,
      status: dice.pick(['listed', 'listed', 'decided', 'deferred', 'withdrawn']),
    }),
  )
  rows.agenda_item.push(...agenda)
  makePacks(building, meeting, agenda)
  for (const item of agenda) addInterests(building, item)
  for (const item of agenda)
    if (dice.chance(0.6)) decide(building, { referral_id: item.referral_id, item })
}

/** No papers yet; one pack; a newer one in its place; one taken back. */
function makePacks(building: Building, meeting: Meeting, agenda: readonly AgendaItem[]) {
  const { dice, rows } = building
  const shapes = dice.pick([
    [],
    ['now'],
    ['now'],
    ['old', 'now'],
    ['taken back'],
    ['old', 'taken back'],
    ['taken back', 'now'],
    ['taken back', 'now'],
    ['old', 'now'],
  ])
  for (const [at, shape] of shapes.entries()) {
    const pack = {
      id: dice.id(),
      meeting_id: meeting.id,
      number: at + 1,
      superseded_at: shape === 'old' ? moment(building, -1) : null,
      recalled_at: shape === 'taken back' ? moment(building, -1) : null,
    }
    rows.pack.push(pack)
    for (const item of agenda)
      rows.pack_item.push({
        id: dice.id(),
        pack_id: pack.id,
        agenda_item_id: item.id,
        content: {},
      })
    for (const { user_id } of dice.some(rows.membership, 0.08))
      if (!rows.pack_reading.some(each => each.pack_id === pack.id && each.user_id === user_id))
        rows.pack_reading.push({ id: dice.id(), pack_id: pack.id, user_id })
  }
}

function addInterests(building: Building, item: AgendaItem) {
  const { dice, rows } = building
  const readers = rows.membership.filter(({ role }) =>
    ['panel-member', 'chair', 'coordinator', 'admissions'].includes(role),
  )
  for (let n = dice.number(0, 2); n > 0; n--) {
    const member = dice.pick(readers)
    const [withPerson, withSchool] = dice.pick([
      [true, false],
      [true, true],
      [false, true],
    ] as const)
    rows.interest.push({
      id: dice.id(),
      agenda_item_id: item.id,
      user_id: withPerson ? member.user_id : null,
      school_id: withSchool ? member.organisation_id : null,
      source: 'declared',
      recused: dice.chance(0.8),
      ended_at: dice.chance(0.2) ? moment(building, -1) : null,
    })
  }
}

/** A decision recorded, issued or replaced, before or after it was issued; and what follows from it. */
function decide(building: Building, about: { referral_id: string; item?: AgendaItem }) {
  const { dice, rows } = building
  const [status, issued] = dice.pick([
    ['recorded', null],
    ['issued', -2],
    ['issued', -2],
    ['superseded', -2],
    ['superseded', null],
  ] as const)
  const schools = organisationsOf(building, 'school')
  const decision: Decision = {
    id: dice.id(),
    referral_id: about.referral_id,
    agenda_item_id: about.item?.id ?? null,
    meeting_id: about.item?.meeting_id ?? null,
    status,
    school_id: dice.chance(0.7) ? dice.pick(schools) : null,
    issued_at: issued === null ? null : moment(building, issued),
  }
  rows.decision.push(decision)
  const people = rows.membership
  rows.decision_action.push({
    id: dice.id(),
    decision_id: decision.id,
    meeting_id: dice.chance(0.7) ? (about.item?.meeting_id ?? null) : null,
    referral_id: dice.chance(0.7) ? about.referral_id : null,
    owner_organisation_id: dice.chance(0.5) ? dice.pick(people).organisation_id : null,
    owner_user_id: dice.chance(0.3) ? dice.pick(people).user_id : null,
  })
  if (decision.issued_at)
    for (const to of dice.some([...schools, teamOf(building, 'admissions')], 0.2))
      rows.notice.push({
        id: dice.id(),
        decision_id: decision.id,
        referral_id: about.referral_id,
        to_organisation_id: to,
      })
  if (decision.issued_at && decision.school_id)
    rows.on_roll_check.push({
      id: dice.id(),
      decision_id: decision.id,
      referral_id: about.referral_id,
      school_id: decision.school_id,
    })
}

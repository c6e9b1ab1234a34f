import { addDays, type IsoDate } from '#domain/dates.ts'
import { type Building, day, moment, organisationsOf } from '../build.ts'
import { reportRow } from './make-reports.ts'
import type { Placement } from './rows.ts'

/** Plans, reviews, contacts, registers and endings of the placements; moves; forms for the Virtual School. */
export function makePlans(building: Building) {
  for (const placement of building.rows.placement) {
    plan(building, placement)
    follow(building, placement)
  }
  makeMoves(building)
  makeQuestionnaires(building)
}

function plan(building: Building, { id: placement_id }: Placement) {
  const { dice, rows } = building
  if (dice.chance(0.3)) return
  const latest = dice.number(1, 3)
  for (let number = 1; number <= latest; number++) {
    const status =
      number < latest ? 'agreed' : dice.pick(['draft', 'draft', 'with provider', 'agreed'])
    const agreed = status === 'agreed'
    rows.individual_plan.push({
      id: dice.id(),
      placement_id,
      number,
      status,
      provider_agreed_on: agreed ? day(building, -3) : null,
      provider_agreed_by: agreed ? dice.pick(rows.user_account).id : null,
    })
    const objective = {
      id: dice.id(),
      placement_id,
      kind: 'personal',
      objective: 'To come every day',
      added_in: number,
      dropped_in: null,
    }
    rows.plan_objective.push(objective)
    if (dice.chance(0.5))
      rows.objective_progress.push({
        id: dice.id(),
        placement_id,
        objective_id: objective.id,
        review_id: null,
        standing: 'on track',
        on_day: day(building, -2),
        by_organisation: dice.pick(rows.membership).organisation_id,
      })
  }
}

function follow(
  building: Building,
  { id: placement_id, commissioner_id, provider_id, status }: Placement,
) {
  const { dice, rows } = building
  const row = () => ({ id: dice.id(), placement_id })
  const provider = provider_id ?? commissioner_id
  if (dice.chance(0.6)) rows.placement_review.push({ ...row(), due_on: day(building, 9) })
  for (const by_organisation of [commissioner_id, provider])
    if (dice.chance(0.6))
      rows.placement_contact.push({
        ...row(),
        kind: 'call',
        with_whom: 'The tutor',
        by_organisation,
        on_day: day(building, -3),
      })
  if (dice.chance(0.5))
    rows.pupil_link.push({
      ...row(),
      tries: 0,
      used_at: null,
      revoked_at: null,
      made_at: moment(building, -1),
      expires_at: moment(building, 7),
    })
  if (dice.chance(0.5))
    rows.pupil_view.push({
      ...row(),
      how: 'on paper',
      going: 4,
      link_id: null,
      on_day: day(building, -3),
    })
  if (dice.chance(0.3))
    rows.placement_closing.push({ placement_id, begun_on: day(building, -3), closed_at: null })
  if (dice.chance(0.4))
    rows.provider_report.push(
      reportRow(building, {
        placement_id,
        kind: 'progress',
        status: 'sent',
        by_user:
          rows.membership.find(each => each.organisation_id === provider)?.user_id ??
          String(rows.user_account[0]?.id),
        provider_id: provider,
      }),
    )
  if (['live', 'ended', 'ended early'].includes(status)) {
    // The last Monday on which it surely ran: sessions are on Mondays and Wednesdays.
    const on_day = lastMondayBefore(day(building, -21))
    rows.register_mark.push({
      ...row(),
      on_day,
      starts_at: '09:30:00',
      ends_at: '12:30:00',
      happened: true,
      mark: 'absent',
      reason: 'not known',
      corrects_id: null,
      by_organisation: provider,
    })
    if (dice.chance(0.5))
      rows.register_notice.push({ placement_id, on_day, starts_at: '09:30:00', kind: 'absence' })
  }
}

const lastMondayBefore = (from: IsoDate): IsoDate =>
  addDays(from, -((new Date(`${from}T12:00:00Z`).getUTCDay() + 6) % 7))

function makeMoves(building: Building) {
  const { dice, rows } = building
  const schools = organisationsOf(building, 'school')
  const children = rows.child.filter(({ merged_into_id }) => merged_into_id === null)
  for (const { id: child_id } of dice.some(children, 0.4)) {
    const roll = rows.enrolment.find(each => each.child_id === child_id)?.school_id
    const school_id = roll && dice.chance(0.8) ? roll : dice.pick(schools)
    const direction = {
      id: dice.id(),
      child_id,
      school_id,
      purpose: 'improve-behaviour',
      status: dice.pick(['draft', 'issued', 'ended', 'discarded']),
      placement_id: null,
    }
    rows.off_site_direction.push(direction)
    rows.off_site_review.push({
      id: dice.id(),
      direction_id: direction.id,
      due_on: day(building, 9),
    })
    rows.off_site_review_request.push({
      id: dice.id(),
      direction_id: direction.id,
      asked_on: day(building, -3),
      asked_by: dice.pick(['parent', 'authority']),
    })
    const to_school_id = dice.pick(schools.filter(each => each !== school_id))
    const move = {
      id: dice.id(),
      child_id,
      from_school_id: school_id,
      to_school_id,
      status: dice.pick(['proposed', 'proposed', 'agreed', 'completed', 'withdrawn']),
      trial: dice.chance(0.15),
      agreement: 'We agree that the child moves for good',
    }
    rows.managed_move.push(move)
    rows.managed_move_consent.push({
      id: dice.id(),
      move_id: move.id,
      party: dice.pick(['from school', 'to school']),
      contact_id: null,
      agreed: true,
      how: 'By letter',
      by_organisation: school_id,
    })
    remove(building, child_id, school_id)
    const entered = rows.enrolment.find(each => each.child_id === child_id)
    if (entered)
      rows.new_pupil_return.push({
        enrolment_id: entered.id,
        child_id,
        school_id: entered.school_id,
        entered_on: entered.from_on,
        made_on: dice.pick([null, day(building, -1)]),
      })
  }
  for (const { id } of dice.some(rows.placement, 0.2))
    rows.work_experience.push({ placement_id: id, host_name: 'A garage' })
}

/** A name to be taken off the roll, or taken off today, lately or long ago. */
function remove(building: Building, child_id: string, school_id: string) {
  const { dice, rows } = building
  const status = dice.pick(['proposed', 'made', 'made', 'withdrawn'])
  const id = dice.id()
  rows.roll_removal.push({
    id,
    child_id,
    school_id,
    ground: 'registered-at-another-school',
    status,
    proposed_on: day(building, -400),
    deleted_on: status === 'made' ? day(building, dice.pick([0, -91, -92, -365, -366])) : null,
    withdrawn_because: status === 'withdrawn' ? 'The child stays' : null,
  })
  rows.removal_absence.push({
    id: dice.id(),
    removal_id: id,
    from_on: day(building, -30),
    to_on: day(building, -28),
    code: 'O',
  })
}

function makeQuestionnaires(building: Building) {
  const { dice, rows } = building
  const schools = organisationsOf(building, 'school')
  const open = new Set<string>()
  for (const { id: placement_id, child_id, provider_id, commissioner_id } of rows.placement) {
    const cared = rows.care_status.some(each => each.child_id === child_id)
    if (!provider_id || !(cared || dice.chance(0.2))) continue
    const status = dice.pick(['draft', 'returned', 'sent back', 'accepted', 'not needed'])
    const school = schools.includes(commissioner_id) ? commissioner_id : dice.pick(schools)
    const key = `${child_id} ${provider_id} ${school}`
    if (open.has(key)) continue
    open.add(key)
    const id = dice.id()
    // Some were set aside by somebody, some by a job; the placement goes on, or is over.
    const aside = status === 'not needed' && dice.chance(0.7)
    rows.questionnaire.push({
      id,
      child_id,
      provider_id,
      commissioner_id: school,
      placement_id: status === 'not needed' ? placement_id : null,
      set_aside_by: aside ? dice.pick(rows.membership).user_id : null,
      set_aside_at: aside ? moment(building, -2) : null,
      status,
      opened_on: day(building, -9),
      due_on: day(building, 5),
      follows_id: null,
    })
    for (const question of [1, 2])
      rows.questionnaire_answer.push({
        questionnaire_id: id,
        question,
        answer: 'Carefully',
        confirmed_by: null,
      })
    rows.questionnaire_rating.push({
      questionnaire_id: id,
      section: 'Monitoring',
      rating: 'enough',
    })
    rows.questionnaire_request.push({
      id: dice.id(),
      questionnaire_id: id,
      question: 3,
      request: 'Which checks?',
      due_on: day(building, 5),
      supplied: null,
      supplied_at: null,
      supplied_by: null,
    })
  }
}

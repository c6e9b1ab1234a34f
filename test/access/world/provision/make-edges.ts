import { type Building, day, moment, organisationsOf } from '../build.ts'
import { dice } from '../dice.ts'
import { addPerson } from '../people.ts'
import type { Placement } from './rows.ts'

/** What the dice throw too seldom about provision: each tells one condition from its absence. */
export function makeProvisionEdges(whole: Building) {
  // Dice of its own: what is added here changes nothing of the rest of the world.
  const building = { ...whole, dice: dice(whole.rows.placement.length * 31 + 7) }
  confirmLately(building)
  wearTwoHats(building)
  teachUnderAPlan(building)
  for (const placement of building.rows.placement) leadOn(building, placement)
  sendOnePlan(building)
  findMore(building)
  enterAndOwe(building)
  acceptOneForm(building)
  followForms(building)
}

/** People who have shown their second factor a moment ago, and others to whom it is no use. */
function confirmLately(building: Building) {
  const { rows } = building
  const [authority = ''] = organisationsOf(building, 'authority')
  const [school = ''] = organisationsOf(building, 'school')
  const what = 'who confirmed lately'
  // Not in the past: a world may be looked at for some minutes.
  for (const { sessionId } of [
    addPerson(building, 'quality-assurance', authority, { what }),
    addPerson(building, 'school-dsl', school, { what }),
    addPerson(building, 'coordinator', organisationsOf(building, 'partnership')[0] ?? '', { what }),
  ])
    Object.assign(rows.session.find(({ id }) => id === sessionId) ?? {}, {
      second_factor_at: moment(building, 0.02),
    })
  for (const session of rows.session)
    if (session['second_factor_at'] === undefined)
      Object.assign(session, {
        second_factor_at: building.dice.pick([null, moment(building, -0.01)]),
      })
  rows.setting.push({ key: 'demonstration', value: { made: false } })
  rows.setting.push({ key: 'another thing that was made', value: { made: true } })
}

/** Officers and commissioners who work for a provider too, to the end of today, or who did until yesterday. */
function wearTwoHats(building: Building) {
  const { rows, dice } = building
  const [authority = ''] = organisationsOf(building, 'authority')
  const [provider = '', other = ''] = organisationsOf(building, 'provider')
  const [partnership = ''] = organisationsOf(building, 'partnership')
  for (const [role, organisation] of [
    ['quality-assurance', authority],
    ['coordinator', partnership],
  ] as const) {
    const { userId } = addPerson(building, role, organisation, {
      what: 'who works for a provider too',
    })
    for (const [organisation_id, to] of [
      [provider, 0],
      [other, -1],
    ] as const)
      rows.membership.push({
        id: dice.id(),
        user_id: userId,
        organisation_id,
        role: 'provider-dsl',
        administrator: false,
        valid_from: day(building, -500),
        valid_to: day(building, to),
      })
  }
}

/** Weeks that change, objectives of a version to come, views given by a link, plans of the provider before. */
function leadOn(
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
function teachUnderAPlan(building: Building) {
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
function sendOnePlan({ rows }: Building) {
  const [provider] = organisationsOf({ rows }, 'provider')
  const there = rows.placement.filter(
    each => each.provider_id === provider && ['accepted', 'live'].includes(each.status),
  )
  const draft = rows.individual_plan.find(
    each => each.status === 'draft' && there.some(({ id }) => id === each.placement_id),
  )
  if (draft) Object.assign(draft, { status: 'with provider' })
}

/** What the rules say of a placement at a provider, of moves, removals and directions. */
function findMore({ dice, rows }: Building) {
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

/** A looked-after child at a provider that a school buys from, whose form was accepted. */
function acceptOneForm(building: Building) {
  const { dice, rows } = building
  const schools = organisationsOf(building, 'school')
  const placement = rows.placement.find(
    each =>
      each.status === 'live' &&
      schools.includes(each.commissioner_id) &&
      !rows.questionnaire.some(
        form => form.child_id === each.child_id && form.provider_id === each.provider_id,
      ),
  )
  const { child_id = '', provider_id, commissioner_id = '' } = placement ?? {}
  if (!provider_id) return
  rows.care_status.push({
    id: dice.id(),
    child_id,
    status: 'looked-after',
    authority: 'fennshire',
    from_on: day(building, -90),
    to_on: null,
  })
  const [other = ''] = schools.filter(id => id !== commissioner_id)
  const elsewhere = organisationsOf(building, 'provider').find(id => id !== provider_id) ?? ''
  const another = rows.child.find(({ id }) => id !== child_id)?.id ?? ''
  for (const [child, provider, commissioner] of [
    [another, provider_id, commissioner_id],
    [child_id, elsewhere, commissioner_id],
    [child_id, provider_id, other],
    [child_id, provider_id, commissioner_id],
  ] as const)
    rows.questionnaire.push({
      id: dice.id(),
      child_id: child,
      provider_id: provider,
      commissioner_id: commissioner,
      placement_id: null,
      status: 'accepted',
      opened_on: day(building, -9),
      due_on: day(building, 5),
      follows_id: null,
    })
}

/** A name entered by a managed move; and one whose child comes before a panel to which its new school is invited. */
function enterAndOwe(building: Building) {
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

/** Forms that follow one that was accepted, some of a child who is still there; and what was asked and is answered. */
function followForms(building: Building) {
  const { dice, rows } = building
  const drafts = rows.questionnaire.filter(({ status }) => status === 'draft')
  for (const form of rows.questionnaire) {
    Object.assign(form, {
      // What a draft was before it was sent back and taken up again stands in one of them.
      ...(form !== drafts[0] && dice.chance(0.6) ? { returned: null } : {}),
      accepted_at: form.status === 'accepted' ? moment(building, -1) : null,
    })
    if (form.status !== 'accepted') continue
    rows.questionnaire.push({
      ...form,
      id: dice.id(),
      status: 'draft',
      follows_id: form.id,
      returned: null,
      accepted_at: null,
      next_due_on: null,
    })
  }
  const colleagues = (organisation: string) =>
    rows.membership.filter(
      ({ organisation_id, role }) => organisation_id === organisation && role.startsWith('school-'),
    )
  for (const form of rows.questionnaire) {
    const [somebody] = colleagues(form.commissioner_id)
    rows.questionnaire_answer.push({
      questionnaire_id: form.id,
      question: 7,
      answer: 'As agreed',
      confirmed_by: somebody?.user_id ?? null,
    })
    rows.questionnaire_request.push({
      id: dice.id(),
      questionnaire_id: form.id,
      question: 4,
      request: 'Which visits?',
      due_on: day(building, -5),
      supplied: 'Two in the spring',
      supplied_at: moment(building, -6),
      supplied_by: somebody?.user_id ?? null,
    })
  }
}

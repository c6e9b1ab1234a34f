import { type Building, day, moment, organisationsOf } from '../build.ts'

/** A looked-after child at a provider that a school buys from, whose form was accepted. */
export function acceptOneForm(building: Building) {
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
  // A job set this one aside, and nobody of the Virtual School: nothing follows it.
  rows.questionnaire.push({
    id: dice.id(),
    child_id,
    provider_id,
    commissioner_id,
    placement_id: null,
    status: 'not needed',
    opened_on: day(building, -30),
    due_on: day(building, -20),
    follows_id: null,
  })
}

const isOpenAbout = ({ rows }: Building, form: Building['rows']['questionnaire'][number]) =>
  rows.questionnaire.some(
    each =>
      ['draft', 'returned', 'sent back'].includes(each.status) &&
      each.child_id === form.child_id &&
      each.provider_id === form.provider_id &&
      each.commissioner_id === form.commissioner_id,
  )

/** Forms that follow one that was accepted, some of a child who is still there; and what was asked and is answered. */
export function followForms(building: Building) {
  const { dice, rows } = building
  const drafts = rows.questionnaire.filter(({ status }) => status === 'draft')
  for (const form of rows.questionnaire) {
    Object.assign(form, {
      // What a draft was before it was sent back and taken up again stands in one of them.
      ...(form !== drafts[0] && dice.chance(0.6) ? { returned: null } : {}),
      accepted_at: form.status === 'accepted' ? moment(building, -1) : null,
    })
    const isOver =
      form.status === 'accepted' || (form.status === 'not needed' && form['set_aside_by'])
    if (!isOver || isOpenAbout(building, form)) continue
    rows.questionnaire.push({
      ...form,
      id: dice.id(),
      status: 'draft',
      follows_id: form.id,
      returned: null,
      accepted_at: null,
      next_due_on: null,
      set_aside_by: null,
      set_aside_at: null,
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

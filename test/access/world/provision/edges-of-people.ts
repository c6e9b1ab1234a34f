import { type Building, day, moment, organisationsOf } from '../build.ts'
import { addPerson } from '../people.ts'

/** People who have shown their second factor a moment ago, and others to whom it is no use. */
export function confirmLately(building: Building) {
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
export function wearTwoHats(building: Building) {
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

import { type Role, roles } from '#domain/permissions.ts'
import { type Building, day, moment, organisationsOf, teamOf } from './build.ts'

/** The authority and its teams, three partnerships, eight schools, three providers. */
export function makeOrganisations(building: Building) {
  const { dice, rows } = building
  const add = (
    kind: 'authority' | 'team' | 'partnership' | 'school' | 'provider',
    team?: string,
  ) => {
    const id = dice.id()
    rows.organisation.push({ id, kind, team: team ?? null, mailbox: `${id}@example.org` })
    return id
  }
  add('authority')
  for (const team of [
    'admissions',
    'sena',
    'virtual-school',
    'finance',
    'quality-assurance',
    'data-protection',
  ])
    add('team', team)
  const partnerships = [add('partnership'), add('partnership'), add('partnership')]
  for (const id of partnerships) rows.partnership.push({ organisation_id: id })
  for (let n = 0; n < 8; n++) {
    const id = add('school')
    rows.school.push({ organisation_id: id, urn: String(100_000 + dice.number(0, 899_999)) })
    const partnership = partnerships[Math.floor(n / 3)]
    if (partnership)
      rows.partnership_member.push({
        id: dice.id(),
        partnership_id: partnership,
        school_id: id,
        joined_on: day(building, -900),
        left_on: n === 5 ? day(building, -20) : null,
        how_left: n === 5 ? 'withdrew' : null,
      })
  }
  for (let n = 0; n < 3; n++) rows.provider.push({ organisation_id: add('provider') })
}

/** People for every role, and those who should be let in nowhere: ended, not begun, without a hat, with another’s. */
export function makePeople(building: Building) {
  const { dice, askers } = building
  const partnerships = organisationsOf(building, 'partnership')
  const schools = organisationsOf(building, 'school')
  const [authority = ''] = organisationsOf(building, 'authority')
  const [provider = '', other = ''] = organisationsOf(building, 'provider')
  const person = (role: Role, organisation: string, more: Unusual = {}) =>
    addPerson(building, role, organisation, more)

  for (const id of partnerships)
    for (const role of ['coordinator', 'chair', 'support-worker'] as const) person(role, id)
  person('coordinator', partnerships[0] ?? '')
  person('finance', partnerships[0] ?? '', { administrator: true })
  for (const [at, id] of schools.entries()) {
    person('school-referrer', id, { administrator: at === 0 })
    if (at < 5) person('school-dsl', id, { administrator: at === 1 })
    if (at < 6) person('panel-member', id)
  }
  for (const [team, role] of [
    ['admissions', 'admissions'],
    ['sena', 'sena'],
    ['virtual-school', 'virtual-school'],
    ['finance', 'finance'],
    ['admissions', 'data-steward'],
  ] as const)
    person(role, teamOf(building, team))
  for (const role of ['data-steward', 'data-protection-officer', 'quality-assurance'] as const)
    person(role, authority, { administrator: role === 'quality-assurance' })
  for (const role of ['provider-manager', 'provider-tutor', 'provider-dsl'] as const)
    person(role, provider, { administrator: role === 'provider-tutor' })
  person('provider-manager', other)

  const here = dice.pick(schools)
  person('school-dsl', here, { what: 'whose membership ended yesterday', to: -1 })
  person('coordinator', partnerships[1] ?? '', { what: 'on the last day', to: 0 })
  person('coordinator', partnerships[1] ?? '', { what: 'who begins tomorrow', from: 1 })
  person('admissions', teamOf(building, 'admissions'), { what: 'whose account ended', ended: true })
  person('school-dsl', here, { what: 'whose session ended', sessionEnded: true })
  person('school-referrer', here, { what: 'without a hat', bareheaded: true })
  const victim = askers.find(({ name }) => name.startsWith('coordinator'))
  const thief = addPerson(building, 'provider-tutor', other, { what: 'with a stolen session' })
  askers.push({
    ...thief,
    name: 'a tutor under another’s membership',
    membershipId: victim?.membershipId,
  })
  askers.push({ ...thief, name: 'a tutor in another’s session', sessionId: victim?.sessionId })
  // What somebody set going, done for them by a job: without a session, with their rights as they are.
  for (const asker of askers.filter(({ name }) =>
    /^(school-referrer \(|coordinator|school-dsl whose)/.test(name),
  ))
    askers.push({ ...asker, name: `a job of ${asker.name}`, sessionId: undefined, purpose: 'job' })
  for (const purpose of ['sign-in', 'demo', 'set-up', 'worker', 'health', 'nobody'] as const)
    askers.push({ name: `purpose ${purpose}`, purpose })
  if (new Set(building.rows.membership.map(({ role }) => role)).size !== roles.length)
    throw new Error('A role has nobody')
}

interface Unusual {
  readonly what?: string
  readonly administrator?: boolean
  readonly from?: number
  readonly to?: number
  readonly ended?: boolean
  readonly sessionEnded?: boolean
  readonly bareheaded?: boolean
}

export function addPerson(building: Building, role: Role, organisation: string, unusual: Unusual) {
  const { dice, rows, askers } = building
  const [user, membership, session] = [dice.id(), dice.id(), dice.id()]
  rows.user_account.push({
    id: user,
    email: `${user}@example.org`,
    ended_at: unusual.ended ? moment(building, -3) : null,
  })
  rows.membership.push({
    id: membership,
    user_id: user,
    organisation_id: organisation,
    role,
    administrator: unusual.administrator ?? false,
    valid_from: day(building, unusual.from ?? -500),
    valid_to: unusual.to === undefined ? null : day(building, unusual.to),
  })
  rows.session.push({
    id: session,
    user_id: user,
    membership_id: membership,
    ended_at: unusual.sessionEnded ? moment(building, -0.1) : null,
  })
  const asker = {
    name: `${role}${unusual.administrator ? ' (administrator)' : ''}${unusual.what ? ` ${unusual.what}` : ''} ${askers.length}`,
    userId: user,
    membershipId: unusual.bareheaded ? undefined : membership,
    sessionId: session,
    purpose: 'request',
  } as const
  askers.push(asker)
  return asker
}

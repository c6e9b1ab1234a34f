import { type Building, day, moment, organisationsOf, span, teamOf } from './build.ts'

const authorities = ['fennshire', 'fennshire', 'fennshire', 'elsewhere'] as const

/** Forty children, with every kind of past, and everything that is known about them. */
export function makeChildren(building: Building) {
  const { dice, rows, size } = building
  const schools = organisationsOf(building, 'school')
  const entering = [
    ...schools,
    ...organisationsOf(building, 'partnership'),
    teamOf(building, 'admissions'),
  ]
  for (let n = 0; n < Math.max(3, Math.round(40 * size)); n++) {
    const id = dice.id()
    const enrolments = makeEnrolments(building, id, schools)
    rows.child.push({
      id,
      created_by_organisation_id: dice.chance(0.5)
        ? (enrolments[0]?.school_id ?? dice.pick(schools))
        : dice.pick(entering),
      merged_into_id: null,
      birth_date: day(building, -4500 - n),
      search_name: `search ${id}`,
      sound_keys: [`=${n}`],
    })
    describe(building, id)
  }
  const ids = rows.child.map(child => child.id)
  // Two records that were joined with others: nothing is about them any more.
  for (let n = 0; n < 2; n++)
    rows.child.push({
      id: dice.id(),
      created_by_organisation_id: dice.pick(entering),
      merged_into_id: dice.pick(ids),
      merged_at: moment(building, -3),
      birth_date: day(building, -4000),
      search_name: 'joined',
    })
}

function makeEnrolments(building: Building, child: string, schools: readonly string[]) {
  const { dice, rows } = building
  const add = (kind: string, school: string, from: number, to: number | null) => ({
    id: dice.id(),
    child_id: child,
    school_id: school,
    kind,
    from_on: day(building, from),
    to_on: to === null ? null : day(building, to),
    year_group: dice.number(7, 11),
  })
  const [one, two] = [dice.pick(schools), dice.pick(schools)]
  const shape = dice.number(0, 9)
  const enrolments =
    shape < 5
      ? [add('current', one, -300, null)]
      : shape < 7
        ? [
            add('current', one, -700, dice.pick([-1, -60])),
            add('current', two, dice.pick([0, -59]), null),
          ]
        : shape === 7
          ? [add('main', one, -300, null), add('subsidiary', two, -40, dice.pick([null, 0, -1]))]
          : shape === 8
            ? dice.chance(0.5)
              ? [add('current', one, -500, -10)]
              : [add('current', one, 1, null)]
            : []
  rows.enrolment.push(...enrolments)
  return enrolments
}

/** Statuses are dated rows: past, present and to come. */
function describe(building: Building, child: string) {
  const { dice, rows } = building
  const row = () => ({ id: dice.id(), child_id: child })
  for (const status of dice.some(['none', 'sen-support', 'ehcp'], 0.4))
    rows.special_needs.push({ ...row(), status, ...span(building) })
  if (dice.chance(0.2)) {
    const { from_on, to_on } = span(building)
    rows.top_up.push({
      ...row(),
      school_year: '2026-27',
      amount_pence: 1000,
      from_on,
      to_on: to_on ?? day(building, 300),
    })
  }
  for (const status of dice.some(
    ['never-looked-after', 'looked-after', 'previously-looked-after'],
    0.3,
  ))
    rows.care_status.push({
      ...row(),
      status,
      authority: dice.pick(authorities),
      ...span(building),
    })
  for (const table of ['contact', 'contact', 'agency_involvement'] as const)
    if (dice.chance(0.5))
      rows[table].push({ ...row(), status: table === 'contact' ? undefined : 'open' })
  for (const table of ['admission', 'exclusion'] as const)
    if (dice.chance(0.3))
      rows[table].push({
        ...row(),
        school_id: dice.pick(organisationsOf(building, 'school')),
        kind: table === 'exclusion' ? 'permanent' : undefined,
      })
  protect(building, child)
  const people = rows.user_account.map(({ id }) => id)
  const kinds = ['identity', 'education', 'special needs', 'care', 'contacts'] as const
  for (const about of dice.some(kinds, 0.12))
    rows.correction.push({
      ...row(),
      about,
      record: 'child',
      record_id: child,
      before: {},
      corrected_by: dice.pick(people),
    })
}

/** A location is protected, or an ordinary address stands on record: never both. */
function protect(building: Building, child: string) {
  const { dice, rows } = building
  const row = () => ({ id: dice.id(), child_id: child })
  if (dice.chance(0.8)) {
    rows.child_address.push({ ...row(), authority_source: 'stated' })
    return
  }
  const roll = rows.enrolment.filter(({ child_id }) => child_id === child)
  const holder =
    roll.length > 0 && dice.chance(0.8)
      ? dice.pick(roll).school_id
      : dice.pick(organisationsOf(building, 'school'))
  rows.protected_location.push({
    ...row(),
    kind: 'protected',
    holder_organisation_id: holder,
    recorded_by: dice.pick(rows.user_account).id,
  })
  rows.protected_notice.push({ child_id: child, holder_organisation_id: holder })
}

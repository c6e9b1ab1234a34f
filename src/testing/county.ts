import { newId } from '#domain/ids.ts'
import type { Scene } from './site.ts'
import { world } from './world.ts'

/**
 * The county that the casework journeys play in: two partnerships named as in the scenarios, their schools, the
 * authority's teams, and the school year 2026-27.
 */
export async function county(test: Scene) {
  const { insert, organisation, member, signedIn, as, partnership, authority } = world(test)
  await authority()
  const hbep = await partnership('Harbour Bay Education Partnership', [
    'Larkfield Academy',
    'Saint Wilfrid’s High School',
  ])
  const nwllip = await partnership('North Wold Inclusion Partnership', ['Thornbury College'])
  const [larkfield = '', wilfrids = ''] = hbep.schools
  const [thornbury = ''] = nwllip.schools
  const admissionsTeam = await organisation('team', 'School Admissions', 'admissions')
  const virtualSchoolTeam = await organisation('team', 'Virtual School', 'virtual-school')
  for (const [starts, ends] of [
    ['2026-08-31', '2026-10-16'],
    ['2026-10-26', '2026-12-18'],
    ['2027-01-04', '2027-02-12'],
    ['2027-02-22', '2027-03-25'],
    ['2027-04-12', '2027-07-09'],
  ])
    await insert('term', { id: newId(), name: 'Term', starts_on: starts, ends_on: ends })

  let children = 0
  /** A child on roll somewhere, with whatever else is given as known. */
  async function child({
    forename = 'Robin',
    surname = 'Sample',
    school = larkfield,
    onRoll = true,
    from = '2024-09-02',
    year = 9,
    specialNeeds = 'none',
    maintainedBy = null,
    care = 'never-looked-after',
    lookedAfterBy = null,
    home = 'fennshire',
    area = null,
  }: {
    forename?: string
    surname?: string
    school?: string
    onRoll?: boolean
    from?: string
    year?: number
    specialNeeds?: string | null
    maintainedBy?: string | null
    care?: string | null
    lookedAfterBy?: string | null
    home?: string | null
    area?: string | null
  } = {}) {
    const id = newId()
    children += 1
    await insert('child', {
      id,
      forename,
      surname,
      search_name: `${forename} ${surname}`.toLowerCase(),
      birth_date: '2013-02-03',
      created_by_organisation_id: school,
    })
    if (onRoll)
      await insert('enrolment', {
        id: newId(),
        child_id: id,
        school_id: school,
        kind: 'current',
        from_on: from,
        year_group: year,
      })
    if (specialNeeds)
      await insert('special_needs', {
        id: newId(),
        child_id: id,
        status: specialNeeds,
        maintaining_authority: maintainedBy,
        from_on: '2024-09-02',
        source: 'school',
      })
    if (care)
      await insert('care_status', {
        id: newId(),
        child_id: id,
        status: care,
        authority: lookedAfterBy,
        from_on: '2024-09-02',
        source: 'school',
      })
    if (home)
      await insert('child_address', {
        id: newId(),
        child_id: id,
        home_authority: home,
        home_area_id: area,
        authority_source: 'stated',
        from_on: '2024-09-02',
      })
    await insert('contact', {
      id: newId(),
      child_id: id,
      name: `Parent ${children}`,
      relationship: 'Mother',
      parental_responsibility: true,
    })
    return id
  }

  /** Something about a child that becomes known later; the jobs that follow are run. */
  async function learn(table: string, values: Record<string, unknown>) {
    const id = await insert(table, { id: newId(), ...values })
    await askAgain()
    return id
  }
  const askAgain = () => test.runJobs()

  return {
    learn,
    askAgain,
    insert,
    organisation,
    member,
    signedIn,
    as,
    child,
    hbep: hbep.id,
    nwllip: nwllip.id,
    larkfield,
    wilfrids,
    thornbury,
    admissionsTeam,
    virtualSchoolTeam,
  }
}

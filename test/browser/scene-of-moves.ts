import type { Browser } from '#testing/browser.ts'
import type { TestSite } from '#testing/site.ts'
import type { Stage } from './scene.ts'

/** A managed move that waits for its answers, one that all have agreed to, and names that come off the roll. */
export async function movesBetweenRolls({ site, as, leave }: Stage) {
  const school = as('school-referrer')
  const today = site.site.now().toISOString().slice(0, 10)
  const [mover, leaver, goer] = await childrenOf(site, school)
  const { rows } = await site.admin.query<{ id: string; name: string }>(
    `select o.id, o.name from organisation o join enrolment e on e.school_id = o.id and e.to_on is null
      where o.kind = 'school' and o.closed_on is null
        and o.id <> (select school_id from enrolment where child_id = $1 and to_on is null limit 1) order by o.name limit 1`,
    [mover],
  )
  const other = rows[0]
  if (!other) throw new Error('The county has no other school')
  await school.visit(`/children/${mover}/moves/new`)
  await school
    .choose('Receiving school', other.name)
    .fillDate('startOn', today)
    .press('Propose the move')
  const move = school.url
  for (const { href } of school.links.filter(({ href }) => href.startsWith(`${move}/consents/`)))
    leave('school-referrer', href)
  leave(
    'school-referrer',
    move,
    `${move}/words`,
    `${move}/decision`,
    `${move}/end`,
    `${move}/print`,
  )

  leave('school-referrer', `/moves/${await agreedMoveTo(site, mover, other.id)}/complete`)
  const { rows: entries } = await site.admin.query<{ id: string }>(
    `insert into new_pupil_return (enrolment_id, child_id, school_id, entered_on)
      select id, child_id, school_id, $2 from enrolment where child_id = $1 and to_on is null limit 1
      returning enrolment_id as id`,
    [mover, today],
  )
  leave('school-referrer', `/children/${mover}/roll/${entries[0]?.id}/return`)

  await removal(school, leaver, 'Permanently excluded (o)')
  const open = school.url
  leave(
    'school-referrer',
    `/children/${mover}/removals/new`,
    open,
    ...['evidence', 'absences', 'make', 'return', 'withdraw'].map(page => `${open}/${page}`),
  )
  await school.visit(`/children/${mover}/roll`)
  await removal(school, goer, 'Permanently excluded (o)')
  await school.follow('Delete the name')
  await school.press('Delete the name')
  leave('school-referrer', school.url, `${school.url}/return`, '/removals', '/removals/export')
  leave('admissions', '/removals', school.url)
}

/** A child of the other school who is to come to ours, past the pages: the other school’s people are not in this walk. */
async function agreedMoveTo(site: TestSite, ours: string | undefined, from: string) {
  const { rows } = await site.admin.query<{ id: string }>(
    `insert into managed_move (id, child_id, from_school_id, to_school_id, status, start_on, agreement, agreement_sha256, made_by, made_at)
      select gen_random_uuid(), e.child_id, e.school_id, mine.school_id, 'agreed', current_date, 'The child moves for good from the day above.', '', u.id, now()
        from enrolment e, enrolment mine, user_account u
       where e.school_id = $2 and e.to_on is null and mine.child_id = $1 and mine.to_on is null limit 1 returning id`,
    [ours, from],
  )
  return rows[0]?.id
}

async function removal(school: Browser, child: string | undefined, ground: string) {
  await school.visit(`/children/${child}/removals/new`)
  await school.choose(ground).press('See what the rules say')
}

/** Three children who are on the roll of this person’s school, out of those that it finds. */
export async function childrenOf(site: TestSite, school: Browser): Promise<string[]> {
  await school.visit('/children/all')
  const found = school.links.flatMap(
    ({ href }) => /^\/children\/([0-9a-f-]{36})$/.exec(href)?.[1] ?? [],
  )
  const { rows } = await site.admin.query<{ child_id: string }>(
    `select distinct e.child_id from enrolment e join membership m on m.organisation_id = e.school_id
        and m.role = 'school-referrer'
      where e.child_id = any ($1::uuid[]) and e.to_on is null and e.from_on <= current_date
        and not exists (select from managed_move x where x.child_id = e.child_id) order by 1 limit 3`,
    [found],
  )
  return rows.map(({ child_id }) => child_id)
}

import type { Role } from '#domain/permissions.ts'
import { Browser } from '#testing/browser.ts'
import type { TestSite } from '#testing/site.ts'

export interface Person {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly organisation: string
}

/** One person of the told partnership for each role: at the school that refers most, the co-ordinator of its cases… */
export async function peopleByRole(site: TestSite): Promise<ReadonlyMap<Role, Person>> {
  const answer = await site.fetch(new Request('http://127.0.0.1:3000/demo/people.json'))
  const everybody = (await answer.json()) as Person[]
  const { rows } = await site.admin.query(
    `select school.name as school, partnership.name as partnership
       from referral r join organisation school on school.id = r.referring_organisation_id
       join organisation partnership on partnership.id = r.responsible_partnership_id
      where school.kind = 'school' group by 1, 2 order by count(*) desc limit 1`,
  )
  const told: unknown[] = [rows[0]?.school, rows[0]?.partnership]
  const people = new Map<Role, Person>()
  for (const person of everybody)
    if (!people.has(person.role) || told.includes(person.organisation))
      people.set(person.role, person)
  return people
}

/** A person of the demonstration, in a browser without script. */
export async function signedIn(site: TestSite, { email }: Person): Promise<Browser> {
  const browser = new Browser(site.fetch)
  return browser.visit('/demo/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ email }),
    headers: { 'sec-fetch-site': 'same-origin' },
  })
}

import { randomBytes } from 'node:crypto'
import { newId } from '#domain/ids.ts'
import type { Role } from '#domain/permissions.ts'
import { startSession } from '#platform/sessions.ts'
import type { Scene } from './site.ts'

export interface Member {
  readonly userId: string
  readonly membershipId: string
  readonly organisationId: string
  readonly role: Role
  readonly email: string
  readonly name: string
}

/** Past every number that a test or the register’s sample names, and below 960000. */
let urn = 910_000

/** Sets a scene: organisations and people, past row-level security. What people do, tests do through pages or commands. */
export function world(test: Scene) {
  let count = 0
  const insert = async (table: string, values: Record<string, unknown>) => {
    const names = Object.keys(values)
    await test.admin.query(
      `insert into onroll.${table} (${names.map(name => `"${name}"`).join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(values),
    )
    return values['id'] as string
  }

  async function organisation(
    kind: 'authority' | 'team' | 'partnership' | 'school' | 'provider',
    name?: string,
    team?: string,
  ) {
    const id = newId()
    count += 1
    await insert('organisation', {
      id,
      kind,
      team: kind === 'team' ? (team ?? 'admissions') : null,
      name: name ?? `${kind} ${count}`,
      mailbox: `office-${count}-${randomBytes(3).toString('hex')}@example.org`,
    })
    if (kind === 'school') {
      urn += 1
      await insert('school', {
        organisation_id: id,
        urn: String(urn),
        statutory_low_age: 11,
        statutory_high_age: 16,
        weekly_minutes: 1500,
      })
    }
    if (kind === 'partnership') await insert('partnership', { organisation_id: id })
    if (kind === 'provider') await insert('provider', { organisation_id: id })
    return id
  }

  async function member(
    role: Role,
    organisationId: string,
    { administrator = false, name }: { administrator?: boolean; name?: string } = {},
  ): Promise<Member> {
    const userId = newId()
    const membershipId = newId()
    count += 1
    const person = {
      id: userId,
      email: `${role}-${count}-${randomBytes(3).toString('hex')}@example.org`,
      name: name ?? `Test ${role} ${count}`,
    }
    await insert('user_account', person)
    await insert('membership', {
      id: membershipId,
      user_id: userId,
      organisation_id: organisationId,
      role,
      administrator,
      valid_from: '2020-01-01',
    })
    return { userId, membershipId, organisationId, role, email: person.email, name: person.name }
  }

  /** A browser in which this person is signed in, with a second factor given just now. */
  async function signedIn({ userId, membershipId }: Member) {
    const token = await test.db.as({ purpose: 'sign-in' }, tx =>
      startSession(tx, { userId, membershipId, secondFactor: true }),
    )
    return test.browser(`onroll=${token}`)
  }

  /** One transaction as this person, straight at the database: for attacks. */
  async function as<T>(
    { userId, membershipId }: Member,
    work: Parameters<typeof test.db.as<T>>[1],
  ) {
    const { rows } = await test.admin.query(
      `insert into onroll.session (id, token_hash, user_id, membership_id, csrf_secret) values ($1, $2, $3, $4, $2) returning id`,
      [newId(), randomBytes(32), userId, membershipId],
    )
    return test.db.as({ userId, membershipId, sessionId: rows[0].id, purpose: 'request' }, work)
  }

  /** A partnership with member schools since 2020. */
  async function partnership(name: string, schools: readonly string[] = []) {
    const id = await organisation('partnership', name)
    const ids = []
    for (const school of schools) {
      const schoolId = await organisation('school', school)
      await insert('partnership_member', {
        id: newId(),
        partnership_id: id,
        school_id: schoolId,
        joined_on: '2020-09-01',
      })
      ids.push(schoolId)
    }
    return { id, schools: ids }
  }

  /** The authority's key and name, as the facts use it. */
  const authority = (key = 'fennshire', name = 'Fennshire County Council') =>
    test.admin.query(
      `insert into onroll.setting (key, value) values ('authority', $1) on conflict (key) do update set value = $1`,
      [JSON.stringify({ key, name })],
    )

  return { insert, organisation, member, signedIn, as, partnership, authority }
}

import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { signingIn } from '#testing/signing-in.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite()
const { organisation, member, as, insert } = world(site)
const { withApp } = signingIn(site)
const school = await organisation('school', 'Elm Park School')
const other = await organisation('school', 'Oak Hill School')
const ada = await withApp(await member('school-dsl', school))
const admin = await member('school-dsl', school, { administrator: true })
const stranger = await member('school-dsl', other, { administrator: true })
const authority = await organisation('authority')
const steward = await member('data-steward', authority)

const later = new Date(Date.now() + 3_600_000)
const session = newId()
await insert('session', {
  id: session,
  token_hash: randomBytes(32),
  user_id: ada.userId,
  membership_id: ada.membershipId,
  csrf_secret: randomBytes(32),
})
await insert('passkey', {
  id: newId(),
  user_id: ada.userId,
  credential: 'c',
  public_key: 'k',
  name: 'n',
})
await insert('recovery_code', { id: newId(), user_id: ada.userId, code_hash: 'h' })
await insert('challenge', {
  id: newId(),
  user_id: ada.userId,
  kind: 'held form',
  value: 'sealed',
  expires_at: later,
})
await insert('sign_in_attempt', { email_hash: 'h', address: '192.0.2.1', succeeded: false })
const link = newId()
await insert('one_time_link', {
  id: link,
  kind: 'invitation',
  token_hash: 't',
  user_id: ada.userId,
  expires_at: later,
})
const message = newId()
await insert('message', {
  id: message,
  kind: 'x',
  address: ada.email,
  to_user_id: ada.userId,
  subject: 's',
  body: 'b',
  from_organisation_id: school,
  state: 'failed',
})
const reset = newId()
await insert('factor_reset', {
  id: reset,
  user_id: ada.userId,
  asked_by: admin.userId,
  asked_at: new Date(),
  reason: 'r',
})

const reads = async (who: typeof ada, query: string) =>
  (await as(who, tx => sql.raw(query).execute(tx))).rows.length
const changes = (who: typeof ada, statement: string) =>
  as(who, async tx => Number((await sql.raw(statement).execute(tx)).numAffectedRows ?? 0n))

test('A stranger reads no credential, session, link, try or held form of another', async () => {
  const own = ['passkey', 'recovery_code', 'challenge', 'sign_in_attempt']
  for (const table of own) expect(await reads(admin, `select id from ${table}`), table).toBe(0)
  for (const table of [...own, 'one_time_link', 'message', 'factor_reset'])
    expect(await reads(stranger, `select id from ${table}`), table).toBe(0)
  for (const who of [stranger, admin])
    expect(await reads(who, `select id from session where user_id = '${ada.userId}'`)).toBe(0)
  expect(await reads(stranger, `select * from factors_of('${ada.userId}')`)).toBe(0)
  expect(await reads(stranger, `select * from credentials_of('${ada.email}')`)).toBe(0)
  expect(
    await reads(stranger, `select * from my_credentials() where user_id = '${ada.userId}'`),
  ).toBe(0)
})

test('Nobody reads a hash, a token or a seed, their own neither', async () => {
  for (const what of ['password_hash', 'totp_secret', 'totp_last_step'])
    await expect(reads(ada, `select ${what} from user_account`), what).rejects.toThrow(
      'permission denied',
    )
  for (const what of ['token_hash', 'csrf_secret'])
    await expect(reads(ada, `select ${what} from session`), what).rejects.toThrow(
      'permission denied',
    )
  await expect(reads(ada, 'select * from context_key')).rejects.toThrow('permission denied')
})

test('Nobody gives another a passkey, a code, a session or a challenge', async () => {
  for (const statement of [
    `insert into passkey (id, user_id, credential, public_key, name) values (gen_random_uuid(), '${ada.userId}', 'mine', 'k', 'n')`,
    `insert into recovery_code (id, user_id, code_hash) values (gen_random_uuid(), '${ada.userId}', 'h')`,
    `insert into challenge (id, user_id, kind, value, expires_at) values (gen_random_uuid(), '${ada.userId}', 'second factor', '{}', now())`,
    `insert into session (id, token_hash, user_id, csrf_secret) values (gen_random_uuid(), 't2', '${ada.userId}', 's')`,
    `insert into session (id, token_hash, user_id, csrf_secret) values (gen_random_uuid(), 't3', '${stranger.userId}', 's')`,
    `insert into sign_in_attempt (email_hash, address, succeeded) values ('h', '192.0.2.1', true)`,
    `insert into form_key (key, user_id, route, body_hash) values (gen_random_uuid(), '${ada.userId}', '/', 'h')`,
    `insert into factor_reset (id, user_id, asked_by, asked_at, reason) values (gen_random_uuid(), '${ada.userId}', '${stranger.userId}', now(), 'r')`,
  ])
    await expect(changes(stranger, statement), statement).rejects.toThrow(
      /row-level security|permission denied/,
    )
})

test('Nobody changes or removes what another signs in with', async () => {
  for (const statement of [
    `update passkey set name = 'x'`,
    `delete from passkey`,
    `update recovery_code set used_at = null`,
    `delete from recovery_code`,
    `update challenge set tries = 0`,
    `delete from challenge`,
    `delete from sign_in_attempt`,
    `update one_time_link set revoked_at = null, used_at = null where id = '${link}'`,
    `update session set ended_at = null where user_id = '${ada.userId}'`,
    `delete from session where user_id = '${ada.userId}'`,
    `update message set state = 'queued' where id = '${message}'`,
    `update factor_reset set cancelled_at = now()`,
    `update user_account set name = 'x' where id = '${ada.userId}'`,
  ])
    expect(await changes(stranger, statement), statement).toBe(0)
  expect(
    (
      await as(stranger, tx =>
        sql<{ x: string | null }>`select confirm_factor_reset(${reset}, now()) as x`.execute(tx),
      )
    ).rows[0]?.x,
  ).toBeNull()
  await expect(changes(stranger, `select use_totp_step('${ada.userId}', 1)`)).rejects.toThrow(
    'only at sign-in',
  )
})

test('One administrator alone does not remove a second factor, two do', async () => {
  const confirm = (who: typeof ada) =>
    as(who, tx =>
      sql<{ x: string | null }>`select confirm_factor_reset(${reset}, now()) as x`.execute(tx),
    )
  expect((await confirm(admin)).rows[0]?.x).toBeNull()
  await expect(
    changes(
      admin,
      `update factor_reset set confirmed_by = '${steward.userId}', confirmed_at = now()`,
    ),
  ).rejects.toThrow('permission denied')
  expect((await confirm(ada)).rows[0]?.x).toBeNull()
  expect((await confirm(steward)).rows[0]?.x).toBe(ada.userId)
  const { rows } = await site.admin.query('select totp_secret from user_account where id = $1', [
    ada.userId,
  ])
  expect(rows).toEqual([{ totp_secret: null }])
})

test('Nobody founds a second authority, nor reopens the set-up', async () => {
  const setUp = (statement: string) =>
    site.db.as({ purpose: 'set-up' }, tx => sql.raw(statement).execute(tx))
  for (const statement of [
    `insert into organisation (id, kind, name) values (gen_random_uuid(), 'authority', 'Mine')`,
    `insert into setting (key, value) values ('demonstration', '{"made": true}')`,
    `insert into user_account (id, email, name) values (gen_random_uuid(), 'x@y.z', 'X')`,
    `insert into membership (id, user_id, organisation_id, role, valid_from) values (gen_random_uuid(), '${stranger.userId}', '${authority}', 'data-steward', '2026-01-01')`,
  ])
    await expect(setUp(statement), statement).rejects.toThrow('row-level security')
})

test('What is kept is not forgotten before its time, whoever asks', async () => {
  const forget = (purpose: 'sign-in' | 'demo', statement: string) =>
    site.db.as({ purpose }, async tx =>
      Number((await sql.raw(statement).execute(tx)).numAffectedRows ?? 0n),
    )
  expect(await forget('sign-in', 'delete from session')).toBe(0)
  expect(await forget('sign-in', 'delete from one_time_link')).toBe(0)
  expect(await forget('demo', 'delete from session')).toBe(0)
  expect(
    await site.db.asWorker(async tx =>
      Number((await sql`delete from message`.execute(tx)).numAffectedRows ?? 0n),
    ),
  ).toBe(0)
})

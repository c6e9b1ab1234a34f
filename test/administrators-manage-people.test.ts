import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { roles } from '#domain/permissions.ts'
import { rolesFor } from '#features/people/index.ts'
import { goodPassword, signingIn } from '#testing/signing-in.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite()
const { organisation, member, signedIn, as } = world(site)
const { withApp, code, elsewhere } = signingIn(site)
const school = await organisation('school', 'Elm Park School')
const other = await organisation('school', 'Oak Hill School')
const authority = await organisation('authority', 'Fennshire County Council')
const head = await member('school-referrer', school, { administrator: true, name: 'Hana Head' })
const deputy = await member('school-dsl', school, { administrator: true, name: 'Dev Deputy' })
const steward = await member('data-steward', authority, { name: 'Sam Steward' })
const colleague = () => member('school-referrer', school, { name: 'Cara Colleague' })

const messagesTo = async (address: string) =>
  (await site.admin.query('select * from message where address = $1 order by queued_at', [address]))
    .rows
async function invite(name: string, email: string) {
  const browser = await signedIn(head)
  await browser.visit('/administration/people')
  await browser.follow('Invite a person')
  browser.fill('Full name', name).fill('Work email address', email)
  browser.choose('School referrer')
  await browser.press('Send the invitation')
  return browser
}

test('An administrator invites a colleague, who accepts, and is in', async () => {
  const browser = await invite('Ivy Invited', 'Ivy.Invited@example.org')
  expect(browser.text).toContain('Ivy Invited is invited')
  expect(browser.text).toContain('has not been used')
  const [message] = await messagesTo('ivy.invited@example.org')
  expect(message.body).toContain('{link}')
  expect(message.body).not.toMatch(/[\w-]{43}/)

  const link = await linkOf(message)
  const ivy = elsewhere()
  await ivy.visit(link)
  expect(ivy.text).toContain('Ivy Invited, you have been invited')
  ivy.fill('Password', 'ivy.invited2026')
  await ivy.press('Accept the invitation')
  expect(ivy.status).toBe(422)
  ivy.fill('Password', 'three wet herons on a gate')
  await ivy.press('Accept the invitation')
  expect(ivy.wholeText).toContain('School referrer at Elm Park School')
  expect((await ivy.visit('/administration')).heading).toBe('Your second factor')

  const again = await elsewhere().visit(link)
  expect(again.heading).toBe('This link cannot be used')
  expect(again.text).not.toContain('Ivy')
  await browser.visit('/administration/people?find=ivy')
  expect(browser.text).toContain('Active')
})

/** As the mail server gets it. */
async function linkOf({ link_id }: { link_id: string }) {
  const { addressOfLink } = await import('#platform/one-time-link.ts')
  const { rows } = await site.admin.query('select id, kind from one_time_link where id = $1', [
    link_id,
  ])
  return addressOfLink(site.site.secret, '', rows[0])
}

test('A mail scanner that follows every link uses nothing up (AU-13, AU-14)', async () => {
  await invite('Sue Scanned', 'sue.scanned@example.org')
  const [message] = await messagesTo('sue.scanned@example.org')
  const link = await linkOf(message)
  expect(Buffer.from(link.split('/').at(-1) ?? '', 'base64url')).toHaveLength(32)
  const scanner = elsewhere()
  await scanner.visit(link, { method: 'HEAD' })
  for (let n = 0; n < 20; n += 1) await scanner.visit(link)
  expect(scanner.title).not.toContain('Sue')
  expect(scanner.headers.get('referrer-policy')).toBe('no-referrer')
  for (const { href } of [...scanner.links]) if (href.startsWith('/')) await elsewhere().visit(href)

  const sue = await elsewhere().visit(link)
  sue.fill('Password', goodPassword)
  await sue.press('Accept the invitation')
  expect(sue.wholeText).toContain('Sue Scanned')
})

test('A link that is old, withdrawn or replaced is as dead as one that never was (AU-15)', async () => {
  const browser = await invite('Rob Replaced', 'rob.replaced@example.org')
  await browser.press('Send a new invitation')
  const [first, second] = await messagesTo('rob.replaced@example.org')
  const dead = async (link: string) => (await elsewhere().visit(link)).heading
  expect(await dead(await linkOf(first))).toBe('This link cannot be used')
  expect(await dead(await linkOf(second))).toBe('Welcome to Onroll')

  site.setNow('2026-11-24T10:00:01Z')
  expect(await dead(await linkOf(second))).toBe('This link cannot be used')
  site.setToday('2026-11-17')
  await browser.press('Withdraw the invitation')
  expect(await dead(await linkOf(second))).toBe('This link cannot be used')
  expect(await dead(`/invitation/${'A'.repeat(43)}`)).toBe('This link cannot be used')
  expect(await dead('/invitation/x')).toBe('This link cannot be used')

  const open = elsewhere()
  await browser.press('Send a new invitation')
  const third = (await messagesTo('rob.replaced@example.org'))[2]
  await open.visit(await linkOf(third))
  open.fill('Password', goodPassword)
  await browser.press('Withdraw the invitation')
  expect((await open.press('Accept the invitation')).status).toBe(409)
})

test('What is filled in wrongly is said, and nobody is invited', async () => {
  const browser = await signedIn(head)
  await browser.visit(`/administration/people/invite/${school}`)
  await browser.press('Send the invitation')
  expect(browser.text).toContain('Choose a role')
  expect(browser.text).toContain('Enter an email address')
  for (const email of [
    'a@x.test\r\nBcc: evil@evil.test',
    'a@x.test,b@x.test',
    'group:a@x.test;',
    '"a@evil.test"@x.test',
    'Ann <a@x.test>',
    'ann@exämple.org',
    'ann@xn--exmple-cua.org',
  ]) {
    browser
      .fill('Full name', 'Ann Other')
      .fill('Work email address', email)
      .choose('School referrer')
    await browser.press('Send the invitation')
    expect(browser.status, email).toBe(422)
  }
  const { rows } = await site.admin.query(`select from message where address like '%x.test%'`)
  expect(rows).toHaveLength(0)

  browser.fillDate('to', '2026-11-01').fill('Work email address', 'ann@example.org')
  browser.fill('Full name', 'Ann Other').choose('School referrer').fillDate('from', '2026-11-17')
  await browser.press('Send the invitation')
  expect(browser.text).toContain('The last day must not be before the first')
})

test('The list can be searched, narrowed and ordered, and holds nobody of another school', async () => {
  await member('school-dsl', other, { name: 'Olga Other' })
  await member('panel-member', school, { name: 'Petra Panel' })
  const browser = await signedIn(head)
  await browser.visit('/administration')
  await browser.follow('People and roles')
  expect(browser.text).toContain('Petra Panel')
  expect(browser.text).not.toContain('Olga Other')

  browser.choose('Role', 'Panel member')
  await browser.press('Apply filters')
  expect(browser.text).toContain('Showing 1 to 1 of 1 people')
  await browser.visit(
    '/administration/people?find=nobody-of-that-name&sort=;drop&page=x&direction=up',
  )
  expect(browser.text).toContain('Nobody matches')

  const all = await signedIn(steward)
  await all.visit('/administration/people?organisation=oak')
  expect(all.text).toContain('Olga Other')
  await all.follow('Role')
  expect(all.status).toBe(200)
})

test('A changed role holds at once: sessions end, and the person is told (AU-08)', async () => {
  const cara = await colleague()
  const working = await signedIn(cara)
  expect((await working.visit('/account')).heading).toBe('Your account')

  const browser = await signedIn(head)
  await browser.visit(`/administration/people/${cara.userId}`)
  await browser.follow('Change School referrer at Elm Park School')
  browser.choose('Panel member')
  await browser.press('Change the role')
  expect(browser.text).toContain('The role is changed')
  expect((await working.visit('/account')).heading).toBe('Sign in to Onroll')
  expect((await messagesTo(cara.email))[0].subject).toBe('Your role in Onroll has changed')
})

test('An ended role stops working at the next request, also with fifty tabs open (AC-11)', async () => {
  const cara = await colleague()
  const tabs = await Promise.all(Array.from({ length: 50 }, () => signedIn(cara)))
  const browser = await signedIn(deputy)
  await browser.visit(`/administration/people/${cara.userId}`)
  await browser.follow('End')
  await browser.press('End the role')
  expect(browser.text).toContain('Choose when the role ends')
  browser.choose('Now')
  await browser.press('End the role')
  expect(browser.text).toContain('(ended)')

  const after = await Promise.all(tabs.map(tab => tab.visit('/account/sessions')))
  expect(after.map(tab => tab.heading)).toEqual(Array(50).fill('Sign in to Onroll'))
})

test('Two who change one role at once: the second is told, and overwrites nothing', async () => {
  const cara = await colleague()
  const [one, two] = [await signedIn(head), await signedIn(deputy)]
  const path = `/administration/roles/${cara.membershipId}/change`
  await one.visit(path)
  await two.visit(path)
  one.choose('Panel member')
  await one.press('Change the role')
  two.choose('Designated safeguarding lead')
  await two.press('Change the role')
  expect(two.status).toBe(409)
  const { rows } = await site.admin.query('select role from membership where id = $1', [
    cara.membershipId,
  ])
  expect(rows).toEqual([{ role: 'panel-member' }])
})

test('Nobody changes themselves, another school’s people, or those above them', async () => {
  const olga = await member('school-dsl', other)
  const browser = await signedIn(head)
  for (const path of [
    `/administration/people/${head.userId}`,
    `/administration/people/${olga.userId}`,
    `/administration/people/${steward.userId}`,
    `/administration/roles/${head.membershipId}/change`,
    `/administration/roles/${olga.membershipId}/end`,
    `/administration/people/invite/${other}`,
    `/administration/people/invite/${authority}`,
  ])
    expect((await browser.visit(path)).status, path).toBe(404)

  await browser.visit(`/administration/people/invite/${school}`)
  const body = browser.formData('Send the invitation')
  body.set('name', 'Ann Other')
  body.set('email', 'ann@example.org')
  body.set('role', 'coordinator')
  const send = (form: URLSearchParams) =>
    site.fetch(
      new Request(`http://127.0.0.1:3000/administration/people/invite/${school}`, {
        method: 'POST',
        body: form,
        headers: { cookie: browser.cookie },
      }),
    )
  expect((await send(body)).status).toBe(422)
  body.set('organisationId', other)
  expect((await send(body)).status).toBe(400)

  await browser.visit(`/administration/people/invite/${school}`)
  browser
    .fill('Full name', 'Hana Head')
    .fill('Work email address', head.email)
    .choose('Panel member')
  expect((await browser.press('Send the invitation')).status).toBe(409)
})

test('Who is no administrator sees none of it', async () => {
  const cara = await colleague()
  const browser = await signedIn(cara)
  for (const path of [
    '/administration',
    '/administration/people',
    `/administration/people/${head.userId}`,
  ])
    expect((await browser.visit(path)).status).toBe(403)
  expect(browser.wholeText).not.toContain('Administration')
})

test('At the database too: no role beyond the organisation’s kind, none for oneself, no stranger’s credentials', async () => {
  const olga = await member('school-dsl', other)
  const cara = await colleague()
  const give = (values: string) =>
    as(head, tx =>
      sql
        .raw(
          `insert into membership (id, user_id, organisation_id, role, valid_from) values (gen_random_uuid(), ${values}, '2026-01-01')`,
        )
        .execute(tx),
    )
  await expect(give(`'${cara.userId}', '${school}', 'coordinator'`)).rejects.toThrow(
    'row-level security',
  )
  await expect(give(`'${cara.userId}', '${school}', 'data-steward'`)).rejects.toThrow(
    'row-level security',
  )
  await expect(give(`'${head.userId}', '${school}', 'school-dsl'`)).rejects.toThrow(
    'row-level security',
  )
  await expect(give(`'${cara.userId}', '${other}', 'school-dsl'`)).rejects.toThrow(
    'row-level security',
  )

  const run = (text: string) =>
    as(head, async tx => Number((await sql.raw(text).execute(tx)).numAffectedRows ?? 0n))
  expect(await run(`update user_account set name = 'x' where id = '${olga.userId}'`)).toBe(0)
  await expect(
    run(`update user_account set password_hash = 'x' where id = '${cara.userId}'`),
  ).rejects.toThrow('credentials')
  await expect(
    run(`update user_account set email = 'x@y.z' where id = '${cara.userId}'`),
  ).rejects.toThrow('credentials')
  await expect(run(`select password_hash from user_account`)).rejects.toThrow('permission denied')
  await expect(run(`select end_sessions_of('${olga.userId}', 'x')`)).rejects.toThrow(
    'administrator',
  )
  await expect(
    run(
      `insert into one_time_link (id, kind, token_hash, user_id, expires_at) values (gen_random_uuid(), 'reset', 'x', '${cara.userId}', now())`,
    ),
  ).rejects.toThrow('row-level security')
  await expect(
    run(
      `insert into one_time_link (id, kind, token_hash, user_id, expires_at) values (gen_random_uuid(), 'invitation', 'x', '${olga.userId}', now())`,
    ),
  ).rejects.toThrow('row-level security')
  expect(await run(`update session set ended_at = now() where user_id = '${olga.userId}'`)).toBe(0)
  expect(
    await run(`update membership set valid_to = '2026-01-01' where id = '${olga.membershipId}'`),
  ).toBe(0)
  expect(await run(`update setting set value = '{}'`)).toBe(0)
})

test('A lost second factor is removed by two people, never by one (AU-12)', async () => {
  const cara = await withApp(await colleague())
  const one = await signedIn(head)
  await one.visit(`/administration/people/${cara.userId}`)
  await one.follow('Remove the second factor')
  await one.press('Ask for the removal')
  expect(one.text).toContain('Say why')
  one.fill('Why, and how do you know that it is them?', 'Lost phone; she stood before me')
  one.choose('At once')
  await one.press('Ask for the removal')
  expect(one.text).toContain('Another administrator, or the data steward, has to confirm')
  expect(one.buttons).not.toContain('Confirm the removal')

  const forced = one.formData('Do not remove it')
  const alone = await site.fetch(
    new Request(
      `http://127.0.0.1:3000/administration/people/${cara.userId}/confirm-second-factor-removal`,
      {
        method: 'POST',
        body: forced,
        headers: { cookie: one.cookie },
      },
    ),
  )
  expect(alone.status).toBe(409)

  const second = await signedIn(steward)
  await second.visit(`/administration/people/${cara.userId}`)
  await second.press('Confirm the removal')
  expect(second.text).toContain('is removed')
  expect((await messagesTo(cara.email)).map(each => each.subject)).toEqual([
    'Removal of your second factor was asked for',
    'Your second factor was removed',
  ])
  const browser = elsewhere()
  await browser.visit('/sign-in')
  browser.fill('Email address', cara.email).fill('Password', goodPassword)
  expect((await browser.press('Sign in')).heading).toBe('Your second factor')
})

/** Two people have asked for the removal and confirmed it, to be done after a day. */
async function removalInADay() {
  const cara = await withApp(await colleague())
  const one = await signedIn(head)
  await one.visit(`/administration/people/${cara.userId}/remove-second-factor`)
  one.fill('Why, and how do you know that it is them?', 'She telephoned')
  await one.press('Ask for the removal')
  const second = await signedIn(steward)
  await second.visit(`/administration/people/${cara.userId}`)
  expect(second.text).toContain('It is then removed after 24 hours, unless the person objects')
  await second.press('Confirm the removal')
  expect(second.text).toContain('is removed in 24 hours')
  expect(second.buttons).not.toContain('Confirm the removal')
  return { cara, second }
}
const jobNamed = (name: string) => site.site.jobs.find(each => each.name === name)
const factorOf = async (id: string) =>
  (await site.admin.query('select totp_secret from user_account where id = $1', [id])).rows[0]
    .totp_secret

test('A removal that nobody saw the person for waits a day, and is then done (AU-12)', async () => {
  const { cara, second } = await removalInADay()
  site.setNow('2026-11-18T09:59:00Z')
  await jobNamed('carry-out-removals')?.work({}, site.site)
  expect(await factorOf(cara.userId)).not.toBeNull()

  site.setNow('2026-11-18T10:01:00Z')
  await jobNamed('carry-out-removals')?.work({}, site.site)
  await jobNamed('carry-out-removals')?.work({}, site.site)
  site.setToday('2026-11-17')

  expect(await factorOf(cara.userId)).toBeNull()
  expect((await messagesTo(cara.email)).map(each => each.subject)).toEqual([
    'Removal of your second factor was asked for',
    'Your second factor will be removed in 24 hours',
    'Your second factor was removed',
  ])
  await second.visit(`/administration/people/${cara.userId}`)
  expect(second.links.map(({ text }) => text)).toContain('Remove the second factor')
})

test('Whoever has the factor still signs in and keeps it, confirmed or not (AU-12)', async () => {
  const { cara } = await removalInADay()
  const browser = await signedIn(cara)
  await browser.visit('/account/second-factor')
  expect(browser.text).toContain('Hana Head has asked to remove your second factor')
  await browser.press('Keep my second factor')
  expect(browser.text).toContain('Your second factor stays')
  expect(browser.buttons).not.toContain('Keep my second factor')

  site.setNow('2026-11-19T10:00:00Z')
  await jobNamed('carry-out-removals')?.work({}, site.site)
  site.setToday('2026-11-17')
  expect(await factorOf(cara.userId)).not.toBeNull()
  const stranger = await signedIn(await colleague())
  await stranger.visit('/account/second-factor')
  expect(stranger.buttons).not.toContain('Keep my second factor')
})

test('An account that nobody used for 90 days is closed, the data steward sees it in the list, and opens it again (AU-09)', async () => {
  const used = (id: string, day: string | null, made = '2026-01-01') =>
    site.admin.query(
      'update user_account set last_signed_in_at = $2, created_at = $3, reopened_at = null where id = $1',
      [id, day, made],
    )
  const [idle, busy, never, fresh] = [
    await colleague(),
    await colleague(),
    await colleague(),
    await colleague(),
  ]
  const idleTab = await signedIn(idle)
  await site.admin.query(`update user_account set last_signed_in_at = '2026-11-01'`)
  await used(idle.userId, '2026-08-18')
  await used(busy.userId, '2026-08-20')
  await used(never.userId, null)
  await used(fresh.userId, null, '2026-11-01')
  await used(steward.userId, '2026-05-01')
  const close = () => jobNamed('close-idle-accounts')?.work({}, site.site)
  await close()
  await close()

  const { rows } = await site.admin.query(
    `select id from user_account where ended_because = 'not used'`,
  )
  // The only data steward stays, however long away: nobody else could open an account again.
  expect(rows.map(({ id }) => id).sort()).toEqual([idle.userId, never.userId].sort())
  expect((await idleTab.visit('/account')).heading).toContain('Sign in')
  expect((await messagesTo(idle.email)).map(({ subject }) => subject)).toEqual([
    'Your Onroll account is closed for now',
  ])
  expect((await messagesTo(steward.email)).map(({ subject }) => subject)).toContain(
    'Onroll closed 2 accounts that nobody uses',
  )
  const sam = await signedIn(steward)
  await sam.visit('/administration/people?state=not+used')
  expect(sam.text).toContain(idle.email)
  expect(sam.text).not.toContain(busy.email)
  await sam.visit(`/administration/people/${idle.userId}`)
  expect(sam.text).toContain('because nobody had signed in for 90 days')
  await sam.follow('Open the account again')
  await sam.press('Open the account again')
  await close()
  const again = await site.admin.query('select ended_at from user_account where id = $1', [
    idle.userId,
  ])
  expect(again.rows).toEqual([{ ended_at: null }])

  const second = await member('data-steward', authority)
  await site.admin.query(`update user_account set last_signed_in_at = '2026-11-16' where id = $1`, [
    second.userId,
  ])
  await used(steward.userId, '2026-05-01')
  await close()
  const closed = await site.admin.query('select ended_because from user_account where id = $1', [
    steward.userId,
  ])
  expect(closed.rows).toEqual([{ ended_because: 'not used' }])
  // The tests after this one go on with everybody, and with one data steward.
  await site.admin.query(
    'update user_account set ended_at = null, ended_because = null, reopened_at = now()',
  )
  await site.admin.query(`update membership set valid_to = '2026-11-01' where user_id = $1`, [
    second.userId,
  ])
})

test('Wrong role: nobody closes idle accounts or carries out removals but the jobs', async () => {
  for (const statement of [
    `select * from close_idle_accounts(now() + interval '1 year')`,
    `select * from take_due_second_factors(now() + interval '1 year')`,
    `select take_second_factors(gen_random_uuid(), now())`,
  ])
    await expect(
      as(head, tx => sql.raw(statement).execute(tx)),
      statement,
    ).rejects.toThrow('permission denied')
})

test('Eleven minutes after the last factor a role change asks again, and then goes on (AU-20)', async () => {
  const admin = await withApp(await member('school-dsl', school, { administrator: true }))
  const cara = await colleague()
  const browser = await signedIn(admin)
  await browser.visit(`/administration/roles/${cara.membershipId}/change`)
  await site.admin.query(`update session set second_factor_at = $1 where user_id = $2`, [
    '2026-11-17T09:49:00Z',
    admin.userId,
  ])
  browser.choose('Panel member')
  const before = browser.cookie
  await browser.press('Change the role')
  expect(browser.heading).toBe('Confirm that it is you')

  browser.fill('Code from your authenticator app', '123456')
  await browser.press('Continue')
  expect(browser.status).toBe(422)
  browser.fill('Code from your authenticator app', code())
  await browser.press('Continue')
  expect(browser.heading).toBe('Go on with what you filled in')
  expect(browser.cookie).not.toBe(before)
  await browser.press('Send it now')
  expect(browser.text).toContain('The role is changed')
  const { rows } = await site.admin.query('select role from membership where id = $1', [
    cara.membershipId,
  ])
  expect(rows).toEqual([{ role: 'panel-member' }])
})

test('The roles of each kind of organisation are the same here and in the database', async () => {
  const kinds = [
    ...(['authority', 'partnership', 'school', 'provider'] as const).map(kind => ({
      kind,
      team: null,
    })),
    ...[
      'admissions',
      'sena',
      'virtual-school',
      'finance',
      'quality-assurance',
      'data-protection',
    ].map(team => ({ kind: 'team' as const, team })),
  ]
  const given = new Set<string>()
  for (const each of kinds) {
    const { rows } = await site.admin.query('select roles_for($1, $2) as roles', [
      each.kind,
      each.team,
    ])
    expect(rows[0].roles).toEqual(rolesFor(each))
    for (const role of rolesFor(each)) given.add(role)
  }
  expect([...given].sort()).toEqual([...roles].sort())
})

test('A data steward closes an account, and opens it again; an administrator corrects a name only', async () => {
  const cara = await withApp(await colleague())
  const working = await signedIn(cara)
  const admin = await signedIn(head)
  await admin.visit(`/administration/people/${cara.userId}`)
  expect(admin.links.map(({ text }) => text)).not.toContain('Close the account')
  expect((await admin.visit(`/administration/people/${cara.userId}/account`)).status).toBe(403)
  await admin.visit(`/administration/people/${cara.userId}/name`)
  admin.fill('Full name', '')
  await admin.press('Change the name')
  expect(admin.status).toBe(422)
  admin.fill('Full name', 'Cara Newname')
  await admin.press('Change the name')
  expect(admin.heading).toBe('Cara Newname')
  await expect(
    as(head, tx =>
      tx
        .updateTable('user_account')
        .set({ ended_at: new Date() })
        .where('id', '=', cara.userId)
        .execute(),
    ),
  ).rejects.toThrow('data steward only')

  const browser = await signedIn(steward)
  await browser.visit(`/administration/people/${cara.userId}`)
  await browser.follow('Close the account')
  await browser.press('Close the account')
  expect(browser.text).toContain('The account is closed')
  expect((await working.visit('/account')).heading).toBe('Sign in to Onroll')
  const again = elsewhere()
  await again.visit('/sign-in')
  again.fill('Email address', cara.email).fill('Password', goodPassword)
  expect((await again.press('Sign in')).status).toBe(422)

  await browser.follow('Open the account again')
  await browser.press('Open the account again')
  await again.visit('/sign-in')
  again.fill('Email address', cara.email).fill('Password', goodPassword)
  expect((await again.press('Sign in')).heading).toBe('Confirm that it is you')
})

import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { questionnaireLifecycle } from '#features/assurance/questionnaire/lifecycle.ts'
import { concernLifecycle } from '#features/concerns/concern.ts'
import { directionLifecycle } from '#features/moves/direction/direction.ts'
import { managedMoveLifecycle } from '#features/moves/managed-move/managed-move.ts'
import { removalLifecycle } from '#features/moves/off-roll/removal.ts'
import { decisionLifecycle } from '#features/panels/decision.ts'
import { meetingLifecycle } from '#features/panels/meeting.ts'
import { placementLifecycle } from '#features/placements/placement.ts'
import { substantialPlanLifecycle } from '#features/placements/substantial/substantial-plan.ts'
import { planLifecycle } from '#features/plans/plan/plan.ts'
import { questionLifecycle } from '#features/questions/question.ts'
import { referralLifecycle } from '#features/referrals/referral.ts'
import { reportLifecycle } from '#features/reports/report.ts'
import { visitLifecycle } from '#features/visits/lifecycle.ts'
import { remember } from '#platform/audit.ts'
import { safetyFaults } from '#platform/safety.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite()
const { organisation, member, as } = world(site)

test('The lifecycles in the database are those of the code', async () => {
  const { rows } = await site.admin.query(
    'select lifecycle, from_status, action, to_status from lifecycle_transition',
  )

  const inCode = [
    referralLifecycle,
    meetingLifecycle,
    decisionLifecycle,
    questionLifecycle,
    placementLifecycle,
    substantialPlanLifecycle,
    planLifecycle,
    reportLifecycle,
    questionnaireLifecycle,
    visitLifecycle,
    concernLifecycle,
    directionLifecycle,
    managedMoveLifecycle,
    removalLifecycle,
  ].flatMap(each =>
    each.transitions().map(({ from, action, to }) => `${each.name}: ${from} ${action} ${to}`),
  )
  const inDatabase = rows.map(
    row => `${row.lifecycle}: ${row.from_status} ${row.action} ${row.to_status}`,
  )
  expect(inDatabase.sort()).toEqual(inCode.sort())
})

test('The application’s role is bound by row-level security on every table', async () => {
  expect(await safetyFaults(site.db)).toEqual([])
})

test('Without a signed context nothing can be read', async () => {
  await organisation('school')
  const { rows } = await site.db.app.query('select id from organisation')

  expect(rows).toEqual([])
})

test('A forged context is nobody', async () => {
  const school = await organisation('school')
  const someone = await member('school-dsl', school)
  const client = await site.db.app.connect()

  await client.query('begin')
  const {
    rows: [{ pid }],
  } = await client.query('select pg_backend_pid() as pid')
  const payload = `${someone.userId}|${someone.membershipId}|${newId()}|request|${pid}|9999999999|1|${'0'.repeat(64)}`
  await client.query(`select set_config('onroll.context', $1, true)`, [payload])
  const { rows } = await client.query('select id from organisation')
  await client.query('rollback')
  client.release()

  expect(rows).toEqual([])
})

test('A context made for one connection is nobody on another', async () => {
  const someone = await member('school-dsl', await organisation('school'))
  const stolen = await as(someone, async tx => {
    const { rows } = await (await import('kysely')).sql<{
      context: string
    }>`select current_setting('onroll.context') as context`.execute(tx)
    return rows[0]?.context ?? ''
  })
  const [first, second] = [await site.db.app.connect(), await site.db.app.connect()]

  const seen = []
  for (const client of [first, second]) {
    await client.query('begin')
    await client.query(`select set_config('onroll.context', $1, true)`, [stolen])
    seen.push((await client.query('select id from organisation')).rows.length > 0)
    await client.query('rollback')
    client.release()
  }

  expect(seen.filter(Boolean).length).toBeLessThanOrEqual(1)
})

test('What is remembered forms a chain, and a changed entry is found', async () => {
  const someone = await member('data-steward', await organisation('team'))
  for (const event of ['setting.changed', 'user.ended', 'setting.changed'] as const)
    await as(someone, tx =>
      remember(tx, randomBytes(4).toString('hex'), [{ event, subjectKind: 'test' }]),
    )
  const firstBreak = async () => (await site.admin.query('select * from audit_first_break()')).rows
  expect(await firstBreak()).toEqual([])

  await site.admin.query(`update audit_entry set event = 'user.ended' where seq = 1`)

  expect(await firstBreak()).toEqual([{ seq: 1, problem: 'this entry was changed' }])
})

test('A person can neither rewrite nor remove what is remembered', async () => {
  const someone = await member('data-steward', await organisation('team'))

  for (const attack of [
    `update audit_entry set outcome = 'failed'`,
    'delete from audit_entry',
    'truncate audit_entry',
  ])
    await expect(
      as(someone, tx => import('kysely').then(({ sql }) => sql.raw(attack).execute(tx))),
    ).rejects.toThrow('permission denied')
})

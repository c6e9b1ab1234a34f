import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { scratchFolder } from '#testing/embedded-process.ts'
import { deadlyGround } from '#testing/killed-while-sending.ts'
import { endOnrolls } from '#testing/operator.ts'

// Real processes on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const scratch = scratchFolder()
let ground: Awaited<ReturnType<typeof deadlyGround>>
/** Printed with each round; ONROLL_SEED=N chooses the same moment again. */
const seed = () => Number(process.env['ONROLL_SEED'] || randomInt(1_000_000))

beforeAll(async () => {
  ground = await deadlyGround(join(scratch.folder, 'site'))
})
afterAll(async () => {
  endOnrolls()
  await scratch.remove()
})

/** On a machine that is very busy a sender may be told to come back (503) before anything dies. */
const strange = (answers: object, allowed: readonly string[]) =>
  Object.keys(answers).filter(status => !allowed.includes(status))

test('One referral leaves a version, its events, an audit entry and its messages, once each', () => {
  expect(ground.standard.whole).toMatchObject({
    status: 'submitted',
    versions: 1,
    events: 'routed, started, submitted',
    'sent in the audit': 1,
    'answers kept': 1,
  })
  expect(ground.standard.untouched).toMatchObject({ status: 'draft', versions: 0, messages: 0 })
})

test('Onroll is killed while 200 referrals are sent at once: what was acknowledged is there once, nothing by half (DU-01)', async () => {
  const { words, answers, broken } = await ground.killOnroll(seed())

  console.log(words)
  expect(broken).toEqual([])
  expect(strange(answers, ['303', '503', 'cut off'])).toEqual([])
  expect(answers['cut off']).toBeGreaterThan(0)
})

test('PostgreSQL is killed while 200 referrals are sent at once: 503 and never 500, back in ten seconds, nothing lost or doubled (DU-02)', async () => {
  const { words, answers, broken, milliseconds } = await ground.killPostgres(seed())

  console.log(words)
  expect(broken).toEqual([])
  expect(strange(answers, ['303', '503'])).toEqual([])
  expect(answers['503']).toBeGreaterThan(0)
  expect(milliseconds).toBeLessThan(10_000)
})

test('After both deaths the audit log is whole, and Onroll stops when it is asked to', async () => {
  expect(await ground.auditBreak()).toBeUndefined()
  expect(await ground.stop()).toBe(0)
})

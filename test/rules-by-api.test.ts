import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { evaluateText } from '#rules/command.ts'
import { allScenarios, factsOf } from '#rules/scenario-files.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite()
const { organisation, member, signedIn } = world(site)
const someone = await signedIn(await member('provider-tutor', await organisation('provider')))

const post = async (body: string, headers: Record<string, string> = {}, cookie = someone.cookie) =>
  site.fetch(
    new Request('http://127.0.0.1:3000/api/v1/rules/evaluations', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}), ...headers },
    }),
  )
const get = (path: string, cookie = someone.cookie) =>
  site.fetch(new Request(`http://127.0.0.1:3000${path}`, { headers: cookie ? { cookie } : {} }))

test('A posted document has the answer that the command line gives', async () => {
  for (const scenario of allScenarios().slice(0, 20)) {
    const text = JSON.stringify(factsOf(scenario))
    const answer = await post(text)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(evaluateText(text))))
  }
})

test.each([
  ['no JSON', '{', {}, 422],
  ['what breaks the schema', '{"asOf":"2026-11-17"}', {}, 422],
  ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['more than 5 MB', `"${'x'.repeat(5 * 1024 * 1024)}"`, {}, 413],
  ['what another site sends', '{}', { 'sec-fetch-site': 'cross-site' }, 403],
])('%s is refused in JSON', async (_, body, headers, status) => {
  const answer = await post(body, headers)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toEqual({
    error: { path: expect.any(String), message: expect.stringMatching(/.+/) },
  })
})

test('Whoever is not signed in is told so in JSON, and no page', async () => {
  for (const answer of [await post('{}', {}, ''), await get('/api/v1/rules', '')]) {
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ error: { message: /Sign in/ } })
  }
  const nothing = await get('/api/v1/nothing')
  expect(nothing.status).toBe(404)
  expect(await nothing.json()).toHaveProperty('error')
})

test('All rules are listed', async () => {
  const rules = (await (await get('/api/v1/rules')).json()) as { id: string }[]
  expect(rules).toHaveLength(158)
})

test('The description is OpenAPI 3.1, says what is there, and its schemas fit what is answered', async () => {
  const answer = await get('/api/v1/openapi.json', '')
  expect(answer.status).toBe(200)
  const document = (await answer.json()) as {
    openapi: string
    paths: Record<string, object>
    components: { schemas: Record<string, object> }
  }
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths).sort()).toEqual([
    '/api/v1/openapi.json',
    '/api/v1/rules',
    '/api/v1/rules/evaluations',
  ])
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'https://onroll.invalid/api', ...document })
  const fits = (name: string) =>
    ajv.compile({ $ref: `https://onroll.invalid/api#/components/schemas/${name}` })
  const [isFacts, isFinding, isRule] = [fits('Facts'), fits('Finding'), fits('Rule')]
  for (const scenario of allScenarios().slice(0, 60)) {
    const facts = factsOf(scenario)
    expect(isFacts(JSON.parse(JSON.stringify(facts))), JSON.stringify(isFacts.errors)).toBe(true)
    const found = evaluateText(JSON.stringify(facts))
    for (const finding of 'findings' in found ? found.findings : [])
      expect(isFinding(JSON.parse(JSON.stringify(finding))), JSON.stringify(isFinding.errors)).toBe(
        true,
      )
  }
  for (const rule of (await (await get('/api/v1/rules')).json()) as object[])
    expect(isRule(rule), JSON.stringify(isRule.errors)).toBe(true)
  expect(isFacts({ asOf: 'soon' })).toBe(false)
})

test('The largest document is answered in a second or two', async () => {
  const facts = JSON.parse(readFileSync('src/rules/scenarios/fixtures/base.json', 'utf8')) as object
  const pupils = Array.from({ length: 9000 }, (_, n) => ({
    id: `p${n}`,
    birthDate: '2012-03-04',
    rolls: [{ school: 'h01', from: '2024-09-02' }],
    send: { status: 'ehcp', ehcpAuthority: 'leicestershire' },
  }))
  const referrals = pupils.map(({ id }, n) => ({
    id: `r${n}`,
    pupil: id,
    referredBy: { type: 'school', id: 'h01' },
    referredDate: '2026-11-02',
  }))
  const text = JSON.stringify({ ...facts, asOf: '2026-11-17', pupils, referrals })
  const began = performance.now()
  const answer = await post(text)
  console.log(
    `${(text.length / 1024 / 1024).toFixed(1)} MB in ${Math.round(performance.now() - began)} ms`,
  )
  expect(answer.status).toBe(200)
  expect(((await answer.json()) as { findings: [] }).findings.length).toBeGreaterThan(9000)
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rulesCommand } from './command.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'))
  mkdirSync(join(folder, 'cases'))
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('good.json', JSON.stringify({ asOf: '2026-11-21', authority: 'leicestershire' }))
  write('cases/asked.json', `\uFEFF${JSON.stringify(asked)}`)
  write('broken.json', '{ "asOf": ')
  write('no-authority.json', JSON.stringify({ asOf: '2026-11-21' }))
  write('no-such-day.json', JSON.stringify({ asOf: '2026-02-31', authority: 'leicestershire' }))
  write('strange.json', JSON.stringify({ ...asked, extra: 1 }))
  write('notes.txt', 'not a facts document')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const asked = {
  asOf: '2026-11-21',
  authority: 'leicestershire',
  questions: [{ id: 'k1', askedAt: '2026-11-20', containsPersonalData: false }],
}

async function run(...args: string[]) {
  const lines: string[] = []
  const problems: string[] = []
  const code = await rulesCommand(
    args,
    line => lines.push(line),
    line => problems.push(line),
  )
  return { code, lines, problems }
}
const at = (name: string) => join(folder, name)

test('prints one line of JSON for each file and ends with 0', async () => {
  const { code, lines } = await run('evaluate', at('good.json'), at('cases'))
  expect(code).toBe(0)
  expect(lines.map(line => JSON.parse(line))).toEqual([
    { file: at('good.json'), findings: [] },
    {
      file: at('cases/asked.json'),
      findings: [
        expect.objectContaining({ rule: 'HLP-02', values: { task: 'answer', ageDays: 1 } }),
      ],
    },
  ])
})

test('evaluates the others and ends with 2 when a document cannot be used', async () => {
  const { code, lines } = await run('evaluate', folder, at('nowhere.json'))
  expect(code).toBe(2)
  const answers = lines.map(line => JSON.parse(line))
  expect(answers.map(answer => answer.file)).toEqual(
    [
      'broken.json',
      'cases/asked.json',
      'good.json',
      'no-authority.json',
      'no-such-day.json',
      'strange.json',
      'nowhere.json',
    ].map(at),
  )
  const [broken, good, empty, missing, noDay, strange, nowhere] = answers
  expect(broken.error).toEqual({ path: '', message: expect.stringContaining('not JSON') })
  expect(good.findings).toHaveLength(1)
  expect(empty.findings).toEqual([])
  expect(missing.error).toEqual({ path: '/authority', message: '“authority” is missing' })
  expect(noDay.error).toEqual({ path: '/asOf', message: expect.stringContaining('real day') })
  expect(strange.error).toEqual({ path: '/extra', message: expect.stringContaining('“extra”') })
  expect(nowhere.error).toEqual({ path: '', message: 'This file cannot be read' })
})

test('lists every rule with its standing, sources and parameters', async () => {
  const { code, lines } = await run('list', '--json')
  expect(code).toBe(0)
  const rules = JSON.parse(lines.join('\n'))
  const onRoll = rules.find((rule: { id: string }) => rule.id === 'FA-07')
  expect(onRoll).toMatchObject({
    title: 'On roll within a week',
    standing: 'local-agreement',
    sources: [{ document: 'F', place: '73' }],
    parameters: [{ id: 'P-FA-WEEK', versions: [{ value: 7 }] }],
  })
  expect((await run('list')).lines).toHaveLength(rules.length)
})

test('says how it is used when asked for something else', async () => {
  const { code, problems } = await run('evaluate')
  expect(code).toBe(2)
  expect(problems.join()).toContain('Usage')
})

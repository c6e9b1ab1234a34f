import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** Which folders each folder may import. Read top to bottom: nothing points upwards. */
const layers: Record<string, readonly string[]> = {
  domain: [],
  rules: ['domain'],
  govuk: [],
  platform: ['domain', 'govuk'],
  'features/accounts': ['domain', 'platform', 'govuk'],
  'features/about': ['domain', 'platform', 'govuk', 'features/organisations'],
  'features/people': ['domain', 'platform', 'govuk', 'features/accounts'],
  'features/messages': ['domain', 'platform', 'govuk'],
  'features/audit': ['domain', 'platform', 'govuk'],
  'features/organisations': ['domain', 'platform', 'govuk'],
  'features/files': ['domain', 'platform', 'govuk'],
  'features/children': [
    'domain',
    'rules',
    'platform',
    'govuk',
    'features/accounts',
    'features/findings',
  ],
  'features/findings': ['domain', 'rules', 'platform', 'govuk'],
  'features/referrals': [
    'domain',
    'rules',
    'platform',
    'govuk',
    'features/children',
    'features/files',
    'features/findings',
    'features/organisations',
  ],
  'features/panels': [
    'domain',
    'rules',
    'platform',
    'govuk',
    'features/children',
    'features/findings',
    'features/organisations',
    'features/referrals',
  ],
  'features/fair-access': [
    'domain',
    'rules',
    'platform',
    'govuk',
    'features/children',
    'features/findings',
    'features/organisations',
    'features/referrals',
    'features/panels',
  ],
  'features/placements': [
    'domain',
    'rules',
    'platform',
    'govuk',
    'features/children',
    'features/findings',
    'features/organisations',
    'features/referrals',
    'features/panels',
    'features/providers',
  ],
  'features/attendance': [
    'domain',
    'rules',
    'platform',
    'govuk',
    'features/children',
    'features/organisations',
    'features/placements',
  ],
  'features/plans': [
    'domain',
    'rules',
    'platform',
    'govuk',
    'features/children',
    'features/findings',
    'features/organisations',
    'features/placements',
  ],
  'features/reports': [
    'domain',
    'platform',
    'govuk',
    'features/attendance',
    'features/children',
    'features/organisations',
    'features/placements',
    'features/plans',
  ],
  'features/providers': [
    'domain',
    'rules',
    'platform',
    'govuk',
    'features/files',
    'features/findings',
    'features/organisations',
  ],
  'features/visits': [
    'domain',
    'rules',
    'platform',
    'govuk',
    'features/concerns',
    'features/files',
    'features/findings',
    'features/organisations',
    'features/providers',
  ],
  'features/concerns': [
    'domain',
    'platform',
    'govuk',
    'features/organisations',
    'features/providers',
  ],
  'features/approval': [
    'domain',
    'rules',
    'platform',
    'govuk',
    'features/findings',
    'features/organisations',
    'features/providers',
  ],
  'features/assurance': [
    'domain',
    'rules',
    'platform',
    'govuk',
    'features/children',
    'features/findings',
    'features/organisations',
    'features/placements',
    'features/providers',
  ],
  'features/moves': [
    'domain',
    'rules',
    'platform',
    'govuk',
    'features/children',
    'features/findings',
    'features/organisations',
    'features/placements',
  ],
  'features/imports': [
    'domain',
    'platform',
    'govuk',
    'features/children',
    'features/referrals',
    'features/organisations',
  ],
  'features/work': [
    'features/organisations',
    'domain',
    'platform',
    'govuk',
    'features/children',
    'features/findings',
    'features/referrals',
    'features/panels',
    'features/fair-access',
    'features/placements',
    'features/assurance',
    'features/attendance',
    'features/moves',
    'features/plans',
    'features/reports',
    'features/providers',
    'features/visits',
    'features/approval',
    'features/concerns',
  ],
  'features/guidance': ['domain', 'rules', 'platform', 'govuk', 'features/findings'],
  'features/rules': [
    'domain',
    'rules',
    'platform',
    'govuk',
    'features/findings',
    'features/guidance',
  ],
  'features/questions': ['domain', 'rules', 'platform', 'govuk', 'features/guidance'],
  commands: [
    'domain',
    'rules',
    'platform',
    'govuk',
    'features/accounts',
    'features/audit',
    'app',
    'demonstration',
  ],
  demonstration: ['domain', 'rules', 'platform', 'features/*'],
  testing: ['domain', 'rules', 'platform', 'govuk', 'app', 'demonstration'],
  app: ['platform', 'features/*'],
  main: ['domain', 'platform', 'app', 'demonstration', 'features/accounts'],
  onroll: ['domain', 'rules', 'platform', 'app', 'commands', 'demonstration'],
}

const source = resolve('src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  file => /\.tsx?$/.test(file) && !file.endsWith('.generated.ts'),
)

function layerOf(file: string): string {
  const [first = '', second = ''] = file.split('/')
  if (!file.includes('/')) return first.replace(/\.tsx?$/, '')
  return first === 'features' ? `features/${second}` : first
}

function importsOf(file: string): { specifier: string; target: string }[] {
  const text = readFileSync(join(source, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([.#][^']+)'/g)].map(([, specifier = '']) => ({
    specifier,
    target:
      specifier === '#app'
        ? 'app.ts'
        : specifier.startsWith('#')
          ? specifier.slice(1)
          : relative(source, resolve(dirname(join(source, file)), specifier)),
  }))
}

test('There are files to look at', () => {
  expect(files.length).toBeGreaterThan(100)
})

test('Every file is in a layer, and imports only what its layer may', () => {
  const wrong = files
    .filter(file => !/\.test\.tsx?$/.test(file))
    .flatMap(file => {
      const layer = layerOf(file)
      const allowed = layers[layer]
      if (!allowed) return [`${file} is in no layer`]
      return importsOf(file).flatMap(({ specifier, target }) => {
        const other = layerOf(target)
        const fits =
          other === layer ||
          allowed.includes(other) ||
          (other.startsWith('features/') && allowed.includes('features/*'))
        if (!fits) return [`${file} must not import ${specifier}`]
        const frontDoor =
          other === layer || !other.startsWith('features/') || target === `${other}/index.ts`
        return frontDoor ? [] : [`${file} enters ${other} by ${specifier}, not by its index.ts`]
      })
    })

  expect(wrong).toEqual([])
})

test('No folder is called utils, helpers, common or services', () => {
  expect(files.filter(file => /(^|\/)(utils|helpers|common|services)\//.test(file))).toEqual([])
})

test('No source file is longer than 200 lines', () => {
  const long = files
    .map(file => [file, readFileSync(join(source, file), 'utf8').split('\n').length] as const)
    .filter(([, lines]) => lines > 200)

  expect(long).toEqual([])
})

test('No code reads the clock but the platform, the process and the tests', () => {
  const reads = files.filter(
    file =>
      /^(domain|rules|features|govuk)\//.test(file) &&
      !/\.test\.tsx?$/.test(file) &&
      /new Date\(\)|Date\.now\(\)/.test(readFileSync(join(source, file), 'utf8')),
  )

  expect(reads).toEqual([])
})

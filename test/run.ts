import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { startDebianPostgres } from '#testing/debian-postgres.ts'
import { debianPackage } from './debian-package.ts'

/**
 * `npm test`: types, lint, every test on the PostgreSQL that comes with Onroll, and every test that touches a database
 * again on Debian's PostgreSQL 15. Types and lint are asked beside the first tests. Prints what is missing plainly and
 * closes with “N passed, N failed”.
 */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

const folder = mkdtempSync(join(tmpdir(), 'onroll-run-'))
/** Tests that touch no database prove nothing new on another one. */
const withoutDatabase = [
  'src/rules/**',
  'src/govuk/**',
  'src/domain/**',
  'src/platform/postgres/**',
  'src/platform/spreadsheet/**',
  'test/browser/**',
  'test/architecture.test.ts',
  // Whether a loosened policy is noticed says something about the tests: once is enough.
  'test/access/mutants.test.ts',
  // What leaves through pages is the same on both: the oracle and the writing test ask Debian's policies themselves.
  'test/access/canaries.test.ts',
  'test/virus-scanner.test.ts',
  // What is refused for its bytes never reaches the database.
  'src/platform/files/**',
  'test/uploads/**',
  // Worked cases typed into the pages ask the rules; the journeys of the same pages ask Debian's PostgreSQL.
  'test/scenarios-through-pages/**',
  'test/the-rules-of-moves-speak.test.ts',
  'test/directions-and-work-in-worked-cases.test.ts',
  // These start servers of their own, Debian's among them.
  'test/operator.test.ts',
  'test/outage.test.ts',
  'test/durability/**',
  'test/doctor.test.ts',
  'src/platform/jobs-outage.test.ts',
]
// The pinned runtime for everything that is started here, also when npm did not start us.
const environment = {
  ...process.env,
  PATH: `${resolve('node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
  // Some tests start Onroll dozens of times: what was compiled once is kept for the run.
  NODE_COMPILE_CACHE: join(folder, 'compiled'),
  // A log is read as text.
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
}
const total = { passed: 0, failed: 0, skipped: 0 }
/** Told again at the end, where they are found in a long log. */
const failures: string[] = []

const checks = askTypesAndLint()

const chromium = debianPackage('chromium', ['/usr/bin/chromium'], ['chromium', 'fonts-dejavu-core'])
if (!chromium)
  skip(
    'the tests in a real browser',
    'Chromium is not installed and cannot be: run as root on Debian, or install it as /usr/bin/chromium',
  )
await tests('the embedded PostgreSQL', {}, chromium ? [] : ['test/browser/**'])
for (const tell of await checks) tell()

const debian = await startDebianPostgres().catch((error: Error) => error.message)
if (typeof debian === 'string') skip('the second run, on Debian’s PostgreSQL', debian)
else {
  await tests('Debian’s PostgreSQL', { ONROLL_TEST_DATABASE_URL: debian.url }, withoutDatabase)
  await debian.stop()
}

rmSync(folder, { recursive: true, force: true })
for (const failure of failures) console.log(`FAILED ${failure}`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed > 0 ? 1 : 0)

/** One after another, as the tests have their own two processes; what they say is told when the tests have ended. */
async function askTypesAndLint() {
  // Two checkers work out most types twice: on two cores, beside tests, one costs half as much.
  const types = await check('types', 'tsc', ['--noEmit', '--checkers', '1'])
  const lint = await check('lint and format', 'biome', ['check', '--error-on-warnings'])
  const promises = await check('floating promises', 'oxlint', [
    '--type-aware',
    '-A',
    'all',
    '-D',
    'typescript/no-floating-promises',
    'src',
    'test',
  ])
  return [types, lint, promises]
}

async function check(what: string, program: string, args: readonly string[]) {
  const began = performance.now()
  const asked = spawn(join('node_modules', '.bin', program), args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
  })
  const [said, complained, [status]] = await Promise.all([
    text(asked.stdout),
    text(asked.stderr),
    once(asked, 'close'),
  ])
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  return () => {
    console.log(`\n== ${what} (${seconds} s beside the tests)\n${said}${complained}`)
    if (status === 0) total.passed += 1
    else {
      total.failed += 1
      failures.push(what)
    }
  }
}

async function tests(where: string, more: Record<string, string>, without: readonly string[]) {
  console.log(`\n== tests on ${where}`)
  const report = join(folder, `${where.replaceAll(/\W/g, '-')}.json`)
  const reporters = ['dot', 'json', './test/slowest-files.ts'].map(each => `--reporter=${each}`)
  const run = spawn(
    join('node_modules', '.bin', 'vitest'),
    ['run', ...reporters, `--outputFile.json=${report}`],
    {
      stdio: 'inherit',
      env: { ...environment, ...more, ONROLL_TESTS_WITHOUT: without.join(' ') },
    },
  )
  await once(run, 'close')
  if (!existsSync(report)) {
    total.failed += 1
    failures.push(`on ${where}: the test runner ended without a report`)
    return
  }
  const { numPassedTests, numFailedTests, numPendingTests, testResults }: Report = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  for (const { name, assertionResults } of testResults)
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed')
        failures.push(
          `on ${where}: ${name}: ${fullName}\n${failureMessages.join('\n').slice(0, 2000)}`,
        )
  // A file that does not load, or whose clearing up fails, is a failure although no test of it is.
  const broken = testResults.filter(
    file =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  for (const { name, message } of broken)
    failures.push(`on ${where}: ${name} as a whole: ${message.slice(0, 2000)}`)
  if (numPassedTests + numFailedTests === 0) {
    total.failed += 1
    failures.push(`on ${where}: no test was found`)
  }
  total.passed += numPassedTests
  total.failed += numFailedTests + broken.length
  total.skipped += numPendingTests
  console.log(`${numPassedTests} passed, ${numFailedTests + broken.length} failed on ${where}`)
}

function skip(what: string, why: string) {
  console.log(`\n== skipped: ${what}. ${why}`)
  total.skipped += 1
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { chromiums } from '#testing/chromium.ts'
import { startDebianPostgres } from '#testing/debian-postgres.ts'
import { askTypesAndLint, pinned } from './checks.ts'
import { debianPackage } from './debian-package.ts'
import { saysNothingNew, withoutDatabase } from './on-debian.ts'

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
/** Where the reports stay, file by file with their times, if somebody wants them: ONROLL_TEST_REPORTS=folder npm test. */
const reports = process.env['ONROLL_TEST_REPORTS'] ?? folder
/** Before a release: `npm test -- everything` leaves nothing out that a run of every day takes turns with. */
const everything = process.argv.includes('everything')
const environment = {
  ...pinned,
  // Some tests start Onroll dozens of times: what was compiled once is kept for the run.
  NODE_COMPILE_CACHE: join(folder, 'compiled'),
  ...(everything ? { ONROLL_TESTS_EVERYTHING: '1' } : {}),
}
const total = { passed: 0, failed: 0, skipped: 0 }
/** Told again at the end, where they are found in a long log. */
const failures: string[] = []

const checks = askTypesAndLint()

const chromium = chromiums.some(program =>
  debianPackage('Chromium', [program], [basename(program), 'fonts-dejavu-core']),
)
if (!chromium)
  skip(
    'the tests in a real browser',
    'Chromium is not installed and cannot be: run as root on Debian, or install it as /usr/bin/chromium',
  )
await tests('the embedded PostgreSQL', {}, chromium ? [] : ['test/browser/**'])
for (const { what, passed, seconds, said } of await checks) {
  console.log(`\n== ${what} (${seconds} s beside the tests)\n${said}`)
  if (passed) total.passed += 1
  else {
    total.failed += 1
    failures.push(what)
  }
}

const debian = await startDebianPostgres().catch((error: Error) => error.message)
if (typeof debian === 'string') skip('the second run, on Debian’s PostgreSQL', debian)
else {
  await tests('Debian’s PostgreSQL', { ONROLL_TEST_DATABASE_URL: debian.url }, [
    ...withoutDatabase,
    ...(everything ? [] : saysNothingNew),
  ])
  await debian.stop()
}

rmSync(folder, { recursive: true, force: true })
for (const failure of failures) console.log(`FAILED ${failure}`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed > 0 ? 1 : 0)

async function tests(where: string, more: Record<string, string>, without: readonly string[]) {
  console.log(`\n== tests on ${where}`)
  const report = join(reports, `${where.replaceAll(/\W/g, '-')}.json`)
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

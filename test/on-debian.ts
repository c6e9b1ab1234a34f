/**
 * What is asked a second time, on Debian’s PostgreSQL 15: whatever another server can answer otherwise. That is what SQL
 * means there (migrations, policies, functions, the statements of every page and job), roles, passwords and connections,
 * locks, backup and restore. A new test is asked there too until it is named here.
 */

/** Tests that touch no database prove nothing new on another one. */
export const withoutDatabase = [
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

/** Their statements are asked there by another test, with fewer rows: `npm test -- everything` asks them too. */
export const saysNothingNew = [
  // The same import as test/import-children.test.ts, with five thousand children.
  'test/import-five-thousand.test.ts',
  // The demonstration is told through the commands that the journeys use.
  'test/demonstration.test.ts',
  // What was damaged on the way is noticed before it reaches a database; restore-backup.test.ts asks the database.
  'src/platform/backup/damage.test.ts',
  // Each rule, found through the statements that test/findings-follow-provision.test.ts and -facts ask.
  'test/every-rule-of-provision-speaks.test.ts',
  'test/the-rules-of-plans-speak.test.ts',
]

import { configDefaults, defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'

/** They start processes, change their own, watch the clock or take minutes: each has a process to itself. */
const apart = [
  'test/access/{canaries,mutants,oracle}.test.ts',
  'test/browser/every-page.test.ts',
  'test/durability/**/*.test.ts',
  'test/uploads/{harmful-files,too-large}.test.ts',
  'src/platform/files/page-picture.test.ts',
  'test/{demonstration,doctor,import-five-thousand,operator,outage,virus-scanner}.test.ts',
  'src/govuk/{gallery,gallery/behaviour}.test.ts',
  'src/testing/*.test.ts',
  'src/platform/postgres/*.test.ts',
  'src/platform/{calendar-feed,jobs-outage}.test.ts',
  'src/features/accounts/password-hash.test.ts',
]
/** Patterns of files that are left out this time (test/run.ts). */
const without = process.env['ONROLL_TESTS_WITHOUT']?.split(' ') ?? []

/** Two workers for two cores: the suite shares one PostgreSQL, and each test file clones its own database from it. */
const workers = { pool: 'forks', maxWorkers: 2, testTimeout: 30_000, hookTimeout: 60_000 } as const

export default defineConfig({
  test: {
    globalSetup: ['src/testing/server.ts'],
    maxWorkers: workers.maxWorkers,
    sequence: { sequencer: LongestFirst },
    experimental: { diagnostics: false },
    projects: [
      {
        test: {
          ...workers,
          name: 'apart',
          include: apart,
          exclude: [...configDefaults.exclude, ...without],
        },
      },
      {
        test: {
          ...workers,
          name: 'together',
          include: ['{src,test}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...apart, ...without],
          // Loading the application takes longer than most journeys: a worker loads it once. What it keeps is kept by site.
          isolate: false,
        },
      },
    ],
  },
})

import * as about from '#features/about/index.ts'
import * as accounts from '#features/accounts/index.ts'
import * as approval from '#features/approval/index.ts'
import * as assurance from '#features/assurance/index.ts'
import * as attendance from '#features/attendance/index.ts'
import * as audit from '#features/audit/index.ts'
import * as children from '#features/children/index.ts'
import * as concerns from '#features/concerns/index.ts'
import * as fairAccess from '#features/fair-access/index.ts'
import * as files from '#features/files/index.ts'
import * as findings from '#features/findings/index.ts'
import * as guidance from '#features/guidance/index.ts'
import * as imports from '#features/imports/index.ts'
import * as messages from '#features/messages/index.ts'
import * as moves from '#features/moves/index.ts'
import * as organisations from '#features/organisations/index.ts'
import * as panels from '#features/panels/index.ts'
import * as people from '#features/people/index.ts'
import * as placements from '#features/placements/index.ts'
import * as plans from '#features/plans/index.ts'
import * as providers from '#features/providers/index.ts'
import * as questions from '#features/questions/index.ts'
import * as referrals from '#features/referrals/index.ts'
import * as reports from '#features/reports/index.ts'
import * as rules from '#features/rules/index.ts'
import * as visits from '#features/visits/index.ts'
import * as work from '#features/work/index.ts'
import type { Configuration } from '#platform/configuration.ts'
import { sweepFiles } from '#platform/files/sweep-files.ts'
import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { noteRevocations } from '#platform/revocations.ts'
import { mailJobs } from '#platform/send-message.ts'

/** The features: each is listed here once, with its pages and its jobs. */
export const routes = (settings: Configuration): readonly Route[] => [
  ...about.routes,
  ...accounts.routes(settings),
  ...audit.routes,
  ...children.routes,
  ...fairAccess.routes,
  ...imports.routes,
  ...organisations.routes,
  ...messages.routes(settings),
  ...panels.routes,
  ...people.routes,
  ...work.routes,
  ...files.routes,
  ...referrals.routes,
  ...rules.routes,
  ...guidance.routes,
  ...questions.routes,
  ...providers.routes,
  ...visits.routes,
  ...placements.routes,
  ...attendance.routes,
  ...plans.routes,
  ...reports.routes,
  ...assurance.routes,
  ...moves.routes,
  ...approval.routes,
  ...concerns.routes,
]
export const jobs = (settings: Configuration): readonly AnyJob[] => [
  ...mailJobs(settings),
  ...accounts.jobs,
  ...audit.jobs(settings),
  ...children.jobs,
  ...imports.jobs,
  ...panels.jobs,
  ...people.jobs(settings),
  ...findings.jobs,
  ...referrals.jobs,
  ...files.jobs(settings),
  ...guidance.jobs,
  ...rules.jobs,
  ...questions.jobs,
  ...providers.jobs,
  ...visits.jobs,
  ...placements.jobs,
  ...attendance.jobs,
  ...plans.jobs,
  ...reports.jobs,
  ...assurance.jobs,
  ...approval.jobs,
  ...concerns.jobs,
  sweepFiles(settings),
  noteRevocations(settings),
]

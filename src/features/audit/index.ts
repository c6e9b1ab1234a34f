import type { Configuration } from '#platform/configuration.ts'
import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { auditCsv } from './audit.csv.ts'
import { auditPage } from './audit.page.tsx'
import { keepAuditCheckpoint } from './checkpoint.job.ts'
import { ownActivityPage } from './own-activity.page.tsx'

/** What is remembered of everybody, for those who watch over it and for each of oneself. */
export const routes: readonly Route[] = [auditPage, auditCsv, ownActivityPage]
export const jobs = (settings: Configuration): readonly AnyJob[] => [keepAuditCheckpoint(settings)]

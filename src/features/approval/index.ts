import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { approvalPage } from './approval.page.tsx'
import { decidePage } from './decide.page.tsx'
import { plannerCsv } from './planner/planner.csv.ts'
import { plannerPage } from './planner/planner.page.tsx'
import { tellOfApproval } from './tell.job.ts'

export { decideApproval } from './decide-approval.ts'
export { approvalsToReview, pausedWithOurs } from './work-items.query.ts'

export const routes: readonly Route[] = [approvalPage, decidePage, plannerPage, plannerCsv]
export const jobs: readonly AnyJob[] = [tellOfApproval]

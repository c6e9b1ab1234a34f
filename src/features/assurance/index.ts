import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'

export const routes: readonly Route[] = []
export const jobs: readonly AnyJob[] = []

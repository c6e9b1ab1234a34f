import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { forgetRows, importJob } from './import.job.ts'
import { batchPage } from './pages/batch.page.tsx'
import { columnsPage } from './pages/columns.page.tsx'
import { discardButton, importButton, undoPage } from './pages/deeds.tsx'
import { problemsDownload } from './pages/downloads.ts'
import { importsPage } from './pages/imports.page.tsx'
import { samples } from './pages/samples.ts'
import { uploads } from './pages/upload.page.tsx'

/** Lists from schools’ own systems. Plain words stand before parameters, which would swallow them. */
export const routes: readonly Route[] = [
  importsPage,
  ...uploads,
  ...samples,
  columnsPage,
  importButton,
  discardButton,
  undoPage,
  problemsDownload,
  batchPage,
]

export const jobs: readonly AnyJob[] = [importJob, forgetRows]

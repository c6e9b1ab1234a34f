import type { Route } from '#platform/http/page.tsx'
import { removalAbsencesPage, removeAbsenceAction } from './absences.page.tsx'
import { removalReturnPage, withdrawRemovalPage } from './after.pages.tsx'
import { removalEvidencePage } from './evidence.page.tsx'
import { removalsPage } from './list.page.tsx'
import { makeRemovalPage } from './make.page.tsx'
import { newPupilReturnPage } from './new-pupil-return.page.tsx'
import { proposeRemovalPage } from './propose.page.tsx'
import { removalPage } from './removal.page.tsx'
import { removalsCsv } from './removals.csv.ts'

/** Plain words stand before parameters, which would swallow them. */
export const removalRoutes: readonly Route[] = [
  removalsPage,
  removalsCsv,
  proposeRemovalPage,
  newPupilReturnPage,
  removalEvidencePage,
  removalAbsencesPage,
  removeAbsenceAction,
  makeRemovalPage,
  removalReturnPage,
  withdrawRemovalPage,
  removalPage,
]

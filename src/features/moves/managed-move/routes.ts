import type { Route } from '#platform/http/page.tsx'
import { completeMovePage } from './complete.page.tsx'
import { moveConsentPage } from './consent.page.tsx'
import { endMovePage, moveDecisionPage } from './end.pages.tsx'
import { movesPage } from './list.page.tsx'
import { movePage } from './move.page.tsx'
import { printMovePage } from './print.page.tsx'
import { proposeMovePage } from './propose.page.tsx'
import { moveWordsPage } from './words.page.tsx'

export const moveRoutes: readonly Route[] = [
  movesPage,
  proposeMovePage,
  moveWordsPage,
  moveConsentPage,
  moveDecisionPage,
  endMovePage,
  completeMovePage,
  printMovePage,
  movePage,
]

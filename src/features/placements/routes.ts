import type { Route } from '#platform/http/page.tsx'
import { offerPage } from './offer/offer.page.tsx'
import { answerPage } from './placed/answer.page.tsx'
import { placedPage } from './placed/placed.page.tsx'
import { placedListPage } from './placed/placed-list.page.tsx'
import { placementPage } from './placement.page.tsx'
import { proposePage } from './proposal/propose.page.tsx'
import { proposalWeekPage } from './proposal/week.page.tsx'
import { endPage, startPage, withdrawPage } from './run/run.pages.tsx'
import { tripwirePage } from './tripwire/tripwire.page.tsx'
import { caseProgrammePage, programmePage } from './week/programme.page.tsx'

const programme = [programmePage, caseProgrammePage, proposePage]
const placement = [
  tripwirePage,
  offerPage,
  proposalWeekPage,
  startPage,
  endPage,
  withdrawPage,
  placementPage,
]
const placed = [placedListPage, answerPage, placedPage]

/** Every page about placements. Plain words stand before parameters, which would swallow them. */
export const placementRoutes: readonly Route[] = [...programme, ...placement, ...placed]

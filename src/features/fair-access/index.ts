import type { Route } from '#platform/http/page.tsx'
import { checkFairAccessPage } from './check.page.tsx'
import { advicePage, criteriaPage } from './criteria.page.tsx'
import { fairAccessTab } from './fair-access-tab.page.tsx'
import { referFairAccessPage } from './refer.page.tsx'
import { fairAccessSentPage } from './sent.page.tsx'

export { allocationClock, allocationDays, fairAccessCase } from './case.query.ts'
export { askAdviser, criteriaMet, criteriaNotMet, giveAdvice } from './criteria.ts'
export { draftFairAccess, sendFairAccess } from './refer.ts'

export const routes: readonly Route[] = [
  referFairAccessPage,
  checkFairAccessPage,
  fairAccessSentPage,
  criteriaPage,
  advicePage,
  fairAccessTab,
]

import type { Route } from '#platform/http/page.tsx'
import { acceptFindingPage } from './accept-finding.page.tsx'
import { agreementsPage, recordAgreementPage } from './agreements/agreements.page.tsx'
import { askChangePage } from './changes/ask.page.tsx'
import { changesPage } from './changes/changes.page.tsx'
import { decideChangePage } from './changes/decide.page.tsx'
import { withdrawChangeAction } from './changes/withdraw.action.ts'
import { placementsCsv } from './list/placements.csv.ts'
import { placementsPage } from './list/placements.page.tsx'
import { offerPage } from './offer/offer.page.tsx'
import { answerPage } from './placed/answer.page.tsx'
import { placedPage } from './placed/placed.page.tsx'
import { placedListPage } from './placed/placed-list.page.tsx'
import { planHeldAction } from './placed/plan-held.action.ts'
import { tutorsPage } from './placed/tutors.page.tsx'
import { placementPage } from './placement.page.tsx'
import { correctProposalPage } from './proposal/correct.page.tsx'
import { detailsPage } from './proposal/details.page.tsx'
import { proposePage } from './proposal/propose.page.tsx'
import { chooseProviderPage } from './proposal/provider.page.tsx'
import { simpleWeekPage } from './proposal/simple-week.page.tsx'
import { addSessionPage, proposalWeekPage, removeSessionAction } from './proposal/week.page.tsx'
import { endPage, startPage, withdrawPage } from './run/run.pages.tsx'
import { sharePage } from './sharing/share.page.tsx'
import { sharedPage } from './sharing/shared.page.tsx'
import { endPlanPage, planAgreementPage } from './substantial/agree-and-end.pages.tsx'
import { planInForceAction, planPage } from './substantial/plan.page.tsx'
import { writePlanPage } from './substantial/write-plan.page.tsx'
import { tripwirePage } from './tripwire/tripwire.page.tsx'
import { medicalPage } from './week/medical.page.tsx'
import { printPage } from './week/print.page.tsx'
import { caseProgrammePage, programmePage } from './week/programme.page.tsx'
import { schoolWeekPage } from './week/school-week.page.tsx'

const programme = [
  programmePage,
  caseProgrammePage,
  schoolWeekPage,
  medicalPage,
  printPage,
  proposePage,
]
const placement = [
  placementsPage,
  placementsCsv,
  tripwirePage,
  offerPage,
  simpleWeekPage,
  addSessionPage,
  removeSessionAction,
  proposalWeekPage,
  correctProposalPage,
  detailsPage,
  chooseProviderPage,
  startPage,
  endPage,
  withdrawPage,
  acceptFindingPage,
  placementPage,
]
const consents = [agreementsPage, recordAgreementPage, sharedPage, sharePage]
const changes = [changesPage, askChangePage, withdrawChangeAction, decideChangePage]
const plan = [writePlanPage, planAgreementPage, planInForceAction, endPlanPage, planPage]
const placed = [placedListPage, answerPage, tutorsPage, planHeldAction, placedPage]

/** Every page about placements. Plain words stand before parameters, which would swallow them. */
export const placementRoutes: readonly Route[] = [
  ...programme,
  ...placement,
  ...consents,
  ...changes,
  ...plan,
  ...placed,
]

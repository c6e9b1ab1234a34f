import type { AnyJob } from '#platform/jobs.ts'
import { placementsFollow } from './follow/follow.job.ts'
import { countDownPlans } from './substantial/count-down.job.ts'

export { partiesOf } from './agreements/agreements.query.ts'
export { recordAgreement } from './agreements/record-agreement.ts'
export { askChange } from './changes/ask-change.ts'
export { changesOf } from './changes/changes.query.ts'
export { decideChange } from './changes/decide-change.ts'
export { FindingsOfPlacement } from './findings-of-placement.tsx'
export { changePlacement, movePlacement, recordPlacementEvent } from './move-placement.ts'
export { nextStepOf } from './next-step.ts'
export { type Offer, offerPlacement } from './offer/offer-placement.ts'
export { answerOffer } from './placed/answer-offer.ts'
export { nameTutors } from './placed/tutors.page.tsx'
export { type Placement, placementById, placementsOf, sessionsOf } from './placement.query.ts'
export { placementLifecycle } from './placement.ts'
export { PlacementFrame } from './placement-frame.tsx'
export { PlacementLayout } from './placement-layout.tsx'
export {
  addSessions,
  type PlannedSession,
  plannedAgain,
  proposePlacement,
} from './proposal/propose-placement.ts'
export { providersToChoose } from './proposal/providers.query.ts'
export {
  checkWeek,
  clockAnswer,
  sessionsIn,
  WeekFields,
  weekShape,
} from './proposal/week-fields.tsx'
export { placementRoutes as routes } from './routes.ts'
export { endPlacement, startPlacement, withdrawPlacement } from './run/run-placement.ts'
export { plannedStart, StartForm, startSchema } from './run/start-form.tsx'
export { doIRun, runPlacement } from './run-placement.query.ts'
export { disclosePaper } from './sharing/disclose.ts'
export { releasableFields, releasedInWords } from './sharing/released-fields.ts'
export {
  acknowledgePlan,
  draftPlan,
  putPlanInForce,
  recordPlanAgreement,
} from './substantial/keep-plan.ts'
export { planOf } from './substantial/plan.query.ts'
export { substantialPlanLifecycle } from './substantial/substantial-plan.ts'
export { setSchoolWeek } from './week/school-week.ts'
export { keysOf, needs, routes as placementRouteWords } from './words.ts'

export const jobs: readonly AnyJob[] = [countDownPlans, placementsFollow]

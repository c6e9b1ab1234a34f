import type { Role } from '#domain/permissions.ts'
import type { WorkItem } from '#domain/work-item.ts'
import { approvalsToReview, pausedWithOurs } from '#features/approval/index.ts'
import { questionnairesToAnswer, questionnairesToJudge } from '#features/assurance/index.ts'
import { registersToReturn, unexplainedAbsences } from '#features/attendance/index.ts'
import {
  concernsThatReachUs,
  concernsToLookInto,
  seriousConcerns,
} from '#features/concerns/index.ts'
import {
  childrenOffRoll,
  directionsToKeep,
  hostsToCheck,
  movesToAnswer,
  returnsToMake,
} from '#features/moves/index.ts'
import { plansToAgree, plansToKeep } from '#features/plans/index.ts'
import { reportsToFinish, reportsToRead } from '#features/reports/index.ts'
import { visitWork, visitWorkOfProvider } from '#features/visits/index.ts'
import type { Visit } from '#platform/http/visit.ts'
import { casesOfPartnership, casesSupported, referralsOfOurs } from './cases.query.ts'
import {
  actionsToDo,
  adviceAsked,
  disputes,
  gettingOnRoll,
  questions,
  unreadMessages,
  unreadNotices,
} from './correspondence.query.ts'
import { evidenceToBring } from './evidence.query.ts'
import { graveFindings, graveFindingsOfOurs } from './grave-findings.query.ts'
import { decisionsToIssue, meetingsWeAreAskedTo, meetingsWeRun } from './meetings.query.ts'
import {
  changesToDecide,
  offersToUs,
  placementsWeRun,
  shortTermPlansToHold,
  shortTermPlansToKeep,
} from './placements.query.ts'
import { failedMail, newInRemit } from './stewardship.query.ts'

type Asker = Pick<Visit, 'tx' | 'me' | 'today' | 'now'>
type Source = (asker: Asker) => Promise<WorkItem[]>

const commissioning: readonly Source[] = [
  graveFindingsOfOurs,
  unexplainedAbsences,
  placementsWeRun,
  changesToDecide,
  shortTermPlansToKeep,
  plansToKeep,
  hostsToCheck,
]

const quality: readonly Source[] = [pausedWithOurs, concernsThatReachUs]

const school: readonly Source[] = [
  reportsToRead,
  movesToAnswer,
  directionsToKeep,
  returnsToMake,
  ...quality,
  questionnairesToAnswer,
  visitWork,
  ...commissioning,
  referralsOfOurs,
  questions,
  unreadMessages,
  unreadNotices,
  gettingOnRoll,
  meetingsWeAreAskedTo,
  actionsToDo,
]

/** Where each role’s work comes from. A new role will not compile until it has been given its sources here. */
const sources: Readonly<Record<Role, readonly Source[]>> = {
  coordinator: [
    reportsToRead,
    visitWork,
    ...quality,
    ...commissioning,
    casesOfPartnership,
    questions,
    unreadMessages,
    meetingsWeRun,
    decisionsToIssue,
    gettingOnRoll,
    actionsToDo,
    disputes,
  ],
  'support-worker': [pausedWithOurs, casesSupported, registersToReturn, ...commissioning],
  chair: [meetingsWeRun, actionsToDo],
  'panel-member': [meetingsWeAreAskedTo, actionsToDo],
  'school-referrer': school,
  'school-dsl': school,
  admissions: [
    childrenOffRoll,
    referralsOfOurs,
    adviceAsked,
    questions,
    unreadMessages,
    unreadNotices,
    gettingOnRoll,
    actionsToDo,
  ],
  sena: [newInRemit, graveFindings, unreadNotices, actionsToDo],
  'virtual-school': [
    reportsToRead,
    visitWork,
    questionnairesToJudge,
    seriousConcerns,
    newInRemit,
    graveFindings,
    unreadNotices,
    actionsToDo,
  ],
  'quality-assurance': [visitWork, concernsToLookInto, approvalsToReview],
  'provider-manager': [
    registersToReturn,
    reportsToFinish,
    offersToUs,
    plansToAgree,
    shortTermPlansToHold,
    evidenceToBring,
    visitWorkOfProvider,
  ],
  'provider-tutor': [registersToReturn, reportsToFinish],
  'provider-dsl': [reportsToFinish, shortTermPlansToHold, visitWorkOfProvider],
  finance: [],
  'data-steward': [failedMail],
  'data-protection-officer': [],
}

/** Everything that this person’s hat has to do, or waits for. Row-level security decides whose it is. */
export async function workOf(asker: Asker): Promise<WorkItem[]> {
  const found: WorkItem[] = []
  for (const source of asker.me.role ? sources[asker.me.role] : [])
    found.push(...(await source(asker)))
  return found
}

import type { Rule } from '../rule.ts'
import { agreedWithProvider } from './agreed-with-provider.ts'
import { clearPurpose } from './clear-purpose.ts'
import { commonElements } from './common-elements.ts'
import { coreSubjects } from './core-subjects.ts'
import { definedNeed } from './defined-need.ts'
import { fullTimeInTotal } from './full-time-in-total.ts'
import { healthNeeds } from './health-needs.ts'
import { homeSchoolLink } from './home-school-link.ts'
import { linkToEhcp } from './link-to-ehcp.ts'
import { oneCommissioner } from './one-commissioner.ts'
import { ongoingContact } from './ongoing-contact.ts'
import { otherServices } from './other-services.ts'
import { personalisedPlan } from './personalised-plan.ts'
import { qualifications } from './qualifications.ts'
import { recordOfPlacement } from './record-of-placement.ts'
import { reintegration } from './reintegration.ts'
import { reviewSchedule } from './review-schedule.ts'
import { stayOnRoll } from './stay-on-roll.ts'

export const planRules: readonly Rule[] = [
  fullTimeInTotal,
  definedNeed,
  personalisedPlan,
  linkToEhcp,
  reviewSchedule,
  recordOfPlacement,
  agreedWithProvider,
  reintegration,
  ongoingContact,
  stayOnRoll,
  coreSubjects,
  qualifications,
  otherServices,
  clearPurpose,
  oneCommissioner,
  homeSchoolLink,
  healthNeeds,
  commonElements,
]

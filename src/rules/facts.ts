import type { CostShare, Exclusion, FundingTransfer, Invoice, Programme } from './facts/money.ts'
import type {
  AttendanceRun,
  ManagedMove,
  OffSiteDirection,
  Question,
  Removal,
  WorkExperience,
} from './facts/moves.ts'
import type { CalendarFacts, Partnership, Policy, Rate, School } from './facts/organisations.ts'
import type {
  AnnualReview,
  Placement,
  Questionnaire,
  SpecialistPlacement,
  SubstantialPlan,
} from './facts/placements.ts'
import type { Provider } from './facts/providers.ts'
import type { Admission, FairAccessCase, PanelMeeting, Pupil, Referral } from './facts/pupils.ts'
import type { Id, Moment } from './facts/words.ts'

export type * from './facts/money.ts'
export type * from './facts/moves.ts'
export type * from './facts/organisations.ts'
export type * from './facts/placements.ts'
export type * from './facts/providers.ts'
export type * from './facts/pupils.ts'
export type * from './facts/words.ts'

/**
 * A small world at one moment: what the rules are asked about. Absent means not known, and never
 * no, none or zero: `false`, `0` and `[]` are answers.
 */
export type Facts = {
  readonly asOf: Moment
  readonly authority: Id
  readonly calendar?: CalendarFacts
  readonly policy?: Policy
  readonly rates?: readonly Rate[]
  readonly partnerships?: readonly Partnership[]
  readonly schools?: readonly School[]
  readonly providers?: readonly Provider[]
  readonly pupils?: readonly Pupil[]
  readonly admissions?: readonly Admission[]
  readonly referrals?: readonly Referral[]
  readonly panelMeetings?: readonly PanelMeeting[]
  readonly fairAccessCases?: readonly FairAccessCase[]
  readonly exclusions?: readonly Exclusion[]
  readonly programmes?: readonly Programme[]
  readonly invoices?: readonly Invoice[]
  readonly fundingTransfers?: readonly FundingTransfer[]
  readonly costShares?: readonly CostShare[]
  readonly managedMoves?: readonly ManagedMove[]
  readonly offSiteDirections?: readonly OffSiteDirection[]
  readonly removals?: readonly Removal[]
  readonly attendance?: readonly AttendanceRun[]
  readonly placements?: readonly Placement[]
  readonly substantialPlans?: readonly SubstantialPlan[]
  readonly annualReviews?: readonly AnnualReview[]
  readonly specialistPlacements?: readonly SpecialistPlacement[]
  readonly questionnaires?: readonly Questionnaire[]
  readonly workExperience?: readonly WorkExperience[]
  readonly questions?: readonly Question[]
}

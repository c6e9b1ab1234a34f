import type { IsoDate } from '#domain/dates.ts'
import type { Id, Moment, Pence, YearLabel } from './words.ts'

export type Pupil = {
  readonly id: Id
  readonly birthDate?: IsoDate
  readonly yearGroup?: number
  readonly homeAuthority?: Id
  readonly homeArea?: Id
  readonly rolls?: readonly Roll[]
  readonly send?: SendFacts
  readonly care?: CareFacts
  readonly parents?: readonly Parent[]
  readonly schoolHoursPerWeek?: number
  readonly schoolSubjects?: readonly string[]
  readonly medicalException?: { readonly recordedDate: IsoDate; readonly reviewDate?: IsoDate }
}

export type Roll = {
  readonly school: Id
  readonly from: IsoDate
  readonly to?: IsoDate
  readonly registration?: 'single' | 'main' | 'subsidiary' | 'guest'
  readonly enteredDate?: IsoDate
  readonly newPupilReturnDate?: IsoDate
}

export type SendFacts = {
  readonly status?: string
  readonly ehcpAuthority?: Id
  readonly additionalCostPence?: Pence
  readonly topUps?: readonly { readonly schoolYear: YearLabel; readonly amountPence: Pence }[]
}

export type CareFacts = {
  readonly status?: 'looked-after' | 'previously-looked-after' | 'never-looked-after'
  readonly authority?: Id
  readonly from?: IsoDate
  readonly to?: IsoDate
  readonly virtualSchoolContact?: string
  readonly socialWorkerContact?: string
}

export type Parent = { readonly id: Id; readonly parentalResponsibility?: boolean }

export type Admission = {
  readonly id: Id
  readonly pupil: Id
  readonly school: Id
  readonly receivedDate?: IsoDate
  readonly notifiedDate?: IsoDate
  readonly completedDate?: IsoDate
}

export type Referral = {
  readonly id: Id
  readonly pupil: Id
  readonly referredBy?: { readonly type: string; readonly id?: Id }
  readonly referredDate: IsoDate
  readonly respondedDate?: IsoDate
  readonly dispute?: { readonly openedDate: IsoDate; readonly resolvedDate?: IsoDate }
  readonly closedDate?: IsoDate
}

export type PanelMeeting = {
  readonly id: Id
  readonly partnership: Id
  readonly startsAt: Moment
  readonly invitations?: readonly Invitation[]
  readonly attended?: readonly Id[]
}

export type Invitation = { readonly school: Id; readonly sentAt: Moment }

export type FairAccessCase = {
  readonly id: Id
  readonly pupil: Id
  readonly receivedDate: IsoDate
  readonly category?: string
  readonly inYearMeasuresTried?: boolean
  readonly suitablePlaceRefused?: boolean
  readonly outOfEducationFrom?: IsoDate
  readonly acceptedDate?: IsoDate
  readonly panelMeeting?: Id
  readonly decision?: FairAccessDecision
  readonly refusalReason?: string
  readonly onRoll?: {
    readonly schoolConfirmedDate?: IsoDate
    readonly admissionsConfirmedDate?: IsoDate
  }
  readonly closedDate?: IsoDate
}

export type FairAccessDecision = {
  readonly decidedAt: Moment
  readonly school: Id
  readonly schoolInformedAt?: Moment
  readonly admissionsInformedAt?: Moment
}

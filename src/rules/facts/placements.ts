import type { IsoDate } from '#domain/dates.ts'
import type { Clock, Id, Pence, YearLabel } from './words.ts'

export type Placement = {
  readonly id: Id
  readonly pupil: Id
  readonly provider: Id
  readonly commissioners?: readonly Id[]
  readonly start: IsoDate
  readonly end?: IsoDate
  readonly purpose?: string
  readonly needCategory?: 'behaviour' | 'health' | 'vulnerability'
  readonly timetable?: readonly TimetableSlot[]
  readonly attendanceCode?: string
  readonly arrangedUnder?: 's19' | 's42' | 's61'
  readonly dualRegistered?: boolean
  readonly supervised?: boolean
  readonly subjects?: readonly string[]
  readonly plan?: PlacementPlan
  readonly reviews?: readonly { readonly date: IsoDate; readonly heldDate?: IsoDate }[]
  readonly contacts?: readonly { readonly date: IsoDate; readonly kind?: string }[]
  readonly assurance?: {
    readonly qualityRecordedDate?: IsoDate
    readonly monitoringRecordedDate?: IsoDate
  }
  readonly closure?: {
    readonly closedDate?: IsoDate
    readonly progress?: string
    readonly achievements?: string
    readonly destination?: string
    readonly pupilAssessment?: string
  }
}

export type TimetableSlot = {
  readonly weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday'
  readonly session?: 'morning' | 'afternoon' | 'all-day'
  readonly start?: Clock
  readonly end?: Clock
  readonly breakMinutes?: number
  readonly hours?: number
}

export type PlacementPlan = {
  readonly objectives?: readonly string[]
  readonly timeframe?: string
  readonly assessmentArrangements?: string
  readonly baseline?: string
  readonly ehcpLinked?: boolean
  readonly providerAgreedDate?: IsoDate
  readonly reintegration?: {
    readonly readinessCriteria?: string
    readonly supportPackage?: string
  }
  readonly qualifications?: string
  readonly staffQualificationsSeenDate?: IsoDate
  readonly serviceLinks?: string
  readonly nextStepsAdvice?: string
  readonly homeSchoolLink?: string
  readonly peerContact?: string
}

export type SubstantialPlan = {
  readonly id: Id
  readonly pupil: Id
  readonly provider: Id
  readonly start?: IsoDate
  readonly writtenDate?: IsoDate
  readonly schoolAgreedDate?: IsoDate
  readonly parentAgreements?: readonly { readonly person: Id; readonly agreed?: boolean }[]
  readonly reviewDate?: IsoDate
  readonly endDate?: IsoDate
  readonly providerCopyAcknowledgedDate?: IsoDate
}

export type AnnualReview = {
  readonly id: Id
  readonly pupil: Id
  readonly meetingDate: IsoDate
  readonly noticeDate?: IsoDate
  readonly reportDate?: IsoDate
  readonly authorityDecisionDate?: IsoDate
  readonly authorityDecision?: 'amend' | 'maintain' | 'cease'
  readonly finalPlanDate?: IsoDate
  readonly conclusion?: string
}

export type SpecialistPlacement = {
  readonly id: Id
  readonly pupil: Id
  readonly partnership?: Id
  readonly school?: Id
  readonly feasibility?: { readonly possible?: boolean; readonly reason?: string }
  readonly schoolKeepsOnRoll?: boolean
  readonly acceptedDate?: IsoDate
  readonly ehcpWordingCheckedDate?: IsoDate
  readonly start?: IsoDate
  readonly end?: IsoDate
  readonly agreedPencePerYear?: Pence
  readonly receipts?: readonly { readonly financialYear: YearLabel; readonly amountPence: Pence }[]
}

export type Questionnaire = {
  readonly id: Id
  readonly pupil: Id
  readonly provider: Id
  readonly commissioner: Id
  readonly answers?: Readonly<Record<string, string>>
  readonly saysRegistered?: boolean
  readonly returnedDate?: IsoDate
  readonly evidenceRequestedDate?: IsoDate
  readonly evidenceSuppliedDate?: IsoDate
}

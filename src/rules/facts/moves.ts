import type { IsoDate } from '#domain/dates.ts'
import type { Clock, Id, Moment, Pence } from './words.ts'

export type ManagedMove = {
  readonly id: Id
  readonly pupil: Id
  readonly fromSchool: Id
  readonly toSchool: Id
  readonly start?: IsoDate
  readonly end?: IsoDate
  readonly parentConsents?: readonly { readonly person: Id; readonly agreed?: boolean }[]
  readonly fromSchoolAgrees?: boolean
  readonly toSchoolAgrees?: boolean
  readonly trial?: boolean
  readonly protocolVersion?: string
  readonly purpose?: string
  readonly pressureReported?: boolean
  readonly authorityDecisionDate?: IsoDate
}

export type OffSiteDirection = {
  readonly id: Id
  readonly pupil: Id
  readonly school: Id
  readonly purpose?: string
  readonly start: IsoDate
  readonly end?: IsoDate
  readonly noticeDate?: IsoDate
  readonly authorityNoticeDate?: IsoDate
  readonly parentConsentDate?: IsoDate
  readonly notice?: DirectionNotice
  readonly reviews?: readonly DirectionReview[]
  readonly reviewRequests?: readonly { readonly date: IsoDate }[]
}

export type DirectionReview = {
  readonly date: IsoDate
  readonly invitedDate?: IsoDate
  readonly heldDate?: IsoDate
}

export type DirectionNotice = {
  readonly address?: string
  readonly reportTo?: string
  readonly numberOfDays?: number
  readonly reasons?: string
  readonly objectives?: string
  readonly sessionTimes?: {
    readonly sessions?: 1 | 2
    readonly start?: Clock
    readonly finish?: Clock
    readonly breakStart?: Clock
    readonly breakFinish?: Clock
  }
}

export type Removal = {
  readonly id: Id
  readonly pupil: Id
  readonly school: Id
  readonly ground?: string
  readonly deletionDate?: IsoDate
  readonly returnDate?: IsoDate
  readonly newSchoolConfirmedDate?: IsoDate
  readonly parentNoticeDate?: IsoDate
  readonly enquiriesCompletedDate?: IsoDate
  readonly sicknessBelieved?: boolean
}

export type AttendanceRun = {
  readonly pupil: Id
  readonly school: Id
  readonly from: IsoDate
  readonly to: IsoDate
  readonly session?: 'morning' | 'afternoon'
  readonly code: string
}

export type WorkExperience = {
  readonly id: Id
  readonly pupil: Id
  readonly host?: {
    readonly name?: string
    readonly employsAnyone?: boolean
    readonly fullyAudited?: boolean
    readonly employersLiabilityPence?: Pence
  }
  readonly goal?: 'reengagement' | 'post-16-transition'
  readonly lebcCheckDate?: IsoDate
  readonly genuineDeclarationDate?: IsoDate
  readonly indicators?: readonly ('group-activity' | 'tuition' | 'fee-per-session' | 'repeated')[]
  readonly attendanceCode?: string
}

export type Question = {
  readonly id: Id
  readonly askedAt: Moment
  readonly containsPersonalData?: boolean
  readonly answeredAt?: Moment
  readonly publishedAt?: Moment
}

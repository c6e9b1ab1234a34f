import type { IsoDate } from '#domain/dates.ts'
import type { Id, Pence, YearLabel } from './words.ts'

export type Exclusion = {
  readonly id: Id
  readonly pupil: Id
  readonly school: Id
  readonly decisionDate: IsoDate
  readonly yearGroup?: number
  readonly governorsUpheldDate?: IsoDate
  readonly reinstatedDate?: IsoDate
  readonly reviewWindowClosedDate?: IsoDate
  readonly educationFrom?: IsoDate
  readonly regulationAmounts?: readonly {
    readonly financialYear: YearLabel
    readonly amountPence: Pence
  }[]
  readonly financialAdjustmentPence?: Pence
  readonly pupilPremiumPence?: Pence
  readonly admittedElsewhereDate?: IsoDate
  readonly provisionCost?: {
    readonly totalPence?: Pence
    readonly pencePerSchoolWeek?: Pence
    readonly from?: IsoDate
    readonly to?: IsoDate
  }
  readonly seniorOfficerDiscussionDate?: IsoDate
}

export type Programme = {
  readonly id: Id
  readonly pupil: Id
  readonly school: Id
  readonly partnership?: Id
  readonly tier: number
  readonly reason?: string
  readonly decidedDate?: IsoDate
  readonly start: IsoDate
  readonly end?: IsoDate
  readonly placeSustainable?: boolean
  readonly homeAuthorityReferral?: { readonly sentDate?: IsoDate; readonly acceptedFrom?: IsoDate }
}

export type Invoice = {
  readonly id: Id
  readonly kind: 'contribution' | 'full-cost' | 'statutory-adjustment' | 'remainder'
  readonly school: Id
  readonly exclusion?: Id
  readonly programme?: Id
  readonly amountPence: Pence
  readonly paidPence?: Pence
  readonly sentDate?: IsoDate
  readonly dueDate?: IsoDate
  readonly proRataMethod?: 'complete-weeks-52' | 'calendar-days-365' | 'school-days-190'
  readonly relevantDateBasis?: 'sixth-school-day' | 'exclusion-date' | 'governors-upheld-date'
}

export type FundingTransfer = {
  readonly id: Id
  readonly kind: 'top-up' | 'ehcp-funding'
  readonly programme: Id
  readonly dueDate?: IsoDate
  readonly paidPence?: Pence
}

export type CostShare = {
  readonly id: Id
  readonly totalPence: Pence
  readonly shares: readonly {
    readonly partnership: Id
    readonly percent: number
    readonly agreedDate?: IsoDate
  }[]
}

import type { IsoDate } from '#domain/dates.ts'
import type { Id, Pence, YearLabel } from './words.ts'

export type CalendarFacts = {
  readonly terms?: readonly { readonly start: IsoDate; readonly end: IsoDate }[]
  readonly closures?: readonly IsoDate[]
}

export type Policy = {
  readonly proRataMethod?: 'complete-weeks-52' | 'calendar-days-365' | 'school-days-190'
  readonly relevantDateBasis?: 'sixth-school-day' | 'exclusion-date' | 'governors-upheld-date'
  readonly schoolYearStart?: string
  readonly onRollCheck?: { readonly days: number; readonly unit: 'calendar-days' | 'school-days' }
  readonly specialistFundingBasis?: 'calendar-days' | 'calendar-months'
  readonly specialistRatePence?: Pence
  readonly fullTimeHoursPerWeek?: number
  readonly countBreaks?: boolean
  readonly switchedOn?: readonly ('section-92-definition' | 'non-school-ap-caps')[]
}

export type Rate = {
  readonly id: Id
  readonly financialYear: YearLabel
  readonly phase?: 'key-stage-3' | 'key-stage-4'
  readonly averagePupilCostPence?: Pence
  readonly ageWeightedPence?: Pence
}

export type Partnership = {
  readonly id: Id
  readonly name?: string
  readonly chargePolicies?: readonly ChargePolicy[]
}

export type ChargePolicy = {
  readonly from: IsoDate
  readonly to?: IsoDate
  readonly case?: 'permanent-exclusion' | 'tier-4'
  readonly flatPence: Pence
}

export type School = {
  readonly id: Id
  readonly name?: string
  readonly type?: string
  readonly statutoryHighAge?: number
  readonly hoursPerWeek?: number
  readonly memberships?: readonly Membership[]
  readonly memorandumSignedDate?: IsoDate
  readonly bindingCostAgreementDate?: IsoDate
  readonly planningCallDate?: IsoDate
  readonly calendar?: {
    readonly terms?: readonly { readonly start: IsoDate; readonly end: IsoDate }[]
    readonly closures?: readonly IsoDate[]
  }
}

export type Membership = {
  readonly partnership: Id
  readonly from: IsoDate
  readonly to?: IsoDate
  readonly ended?: 'withdrawn' | 'revoked'
}

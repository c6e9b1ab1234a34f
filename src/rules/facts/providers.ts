import type { IsoDate } from '#domain/dates.ts'
import type { Id, Pence } from './words.ts'

export type Provider = {
  readonly id: Id
  readonly name?: string
  readonly address?: string
  readonly kind?:
    | 'non-school'
    | 'independent-school'
    | 'state-school'
    | 'non-maintained-special-school'
    | 'in-house'
  readonly dfeUrn?: string
  readonly legalForm?: string
  readonly employsAnyone?: boolean
  readonly noEmployeesDeclarationDate?: IsoDate
  readonly curriculumBreadth?: 'broad' | 'narrow'
  readonly advertised?: { readonly hoursPerWeek?: number; readonly places?: number }
  readonly onLocalList?: boolean
  readonly saferWorkingPracticeDate?: IsoDate
  readonly people?: readonly ProviderPerson[]
  readonly insurance?: readonly Insurance[]
  readonly evidence?: readonly Evidence[]
  readonly audits?: readonly { readonly id: Id; readonly date: IsoDate }[]
  readonly commissionerChecks?: readonly CommissionerCheck[]
  readonly agreements?: readonly Agreement[]
  readonly assessments?: readonly Assessment[]
  readonly visits?: readonly Visit[]
}

export type ProviderPerson = {
  readonly id: Id
  readonly role:
    | 'safeguarding-lead'
    | 'deputy-safeguarding-lead'
    | 'staff'
    | 'volunteer'
    | 'governor'
  readonly inSeniorLeadership?: boolean
  readonly safeguardingTraining?: readonly { readonly date: IsoDate; readonly trainer?: string }[]
}

export type Insurance = {
  readonly id: Id
  readonly kind: 'employers-liability' | 'public-liability' | 'professional-indemnity'
  readonly amountPence?: Pence
  readonly expires?: IsoDate
}

export type Evidence = {
  readonly id: Id
  readonly document: string
  readonly expires?: IsoDate
  readonly staffCount?: number
  readonly firstAiderCount?: number
  readonly procedures?: readonly (
    | 'allegations'
    | 'physical-intervention'
    | 'behaviour'
    | 'attendance'
    | 'online-safety'
    | 'substance-misuse'
    | 'anti-bullying'
    | 'child-sexual-exploitation'
  )[]
  readonly sightings?: readonly {
    readonly commissioner: Id
    readonly date: IsoDate
    readonly seen: boolean
  }[]
}

export type Agreement = {
  readonly id: Id
  readonly commissioner: Id
  readonly signedDate?: IsoDate
  readonly endDate?: IsoDate
  readonly kcsieClause?: boolean
}

export type Assessment = {
  readonly id: Id
  readonly commissioner: Id
  readonly date: IsoDate
  readonly insuranceChecked?: boolean
  readonly sharedWith?: readonly Id[]
  readonly adoptions?: readonly { readonly commissioner: Id; readonly date: IsoDate }[]
}

export type Visit = {
  readonly id: Id
  readonly commissioner: Id
  readonly date: IsoDate
  readonly sections?: readonly {
    readonly id: 'A' | 'B' | 'C' | 'D'
    readonly items?: readonly string[]
    readonly judgement?: string
  }[]
}

export type CommissionerCheck = {
  readonly commissioner: Id
  readonly registrationCheckedDate?: IsoDate
  readonly staffCheckedDate?: IsoDate
}

import type { IsoDate } from '#domain/dates.ts'
import type { Action, Draft, Finding, Level, Standing } from './finding.ts'
import type { Law, Parameter } from './parameter.ts'
import type { Source } from './sources.ts'
import type { Subjects, SubjectType } from './subjects.ts'
import type { World } from './world.ts'

export type AreaCode =
  | 'RTE'
  | 'LAC'
  | 'FA'
  | 'FCR'
  | 'MMV'
  | 'OSD'
  | 'ROL'
  | 'OOA'
  | 'ILL'
  | 'REG'
  | 'WEX'
  | 'SEN'
  | 'SAF'
  | 'EVD'
  | 'PLN'
  | 'QAV'
  | 'QST'
  | 'OFS'
  | 'HLP'

export type Verdict = Draft | readonly Draft[] | undefined

/** The breach and critical findings of the rules that ran before; only a rule that runs last is given any. */
export type Found = (type: SubjectType, id: string) => readonly Finding[]

export type Check = {
  readonly subject: SubjectType
  readonly run: (subject: Subjects[SubjectType], world: World, law: Law, found: Found) => Verdict
}

export type Rule = {
  readonly id: string
  readonly area: AreaCode
  readonly title: string
  /** What it demands, in our own plain words. */
  readonly statement: string
  /** Whom it binds. */
  readonly binds: string
  /** The test in words: when the rule speaks, and when it is silent. */
  readonly test: string
  /** The first is the basis of a finding that names no other. */
  readonly basis: readonly [Standing, ...Standing[]]
  readonly levels: readonly Level[]
  readonly blocks: readonly Action[]
  readonly sources: readonly Source[]
  readonly parameters: readonly Parameter[]
  readonly checkedOn: IsoDate
  /** Empty for a rule that bears no finding. */
  readonly checks: readonly Check[]
  /** The page or lifecycle that carries a rule without findings. */
  readonly carriedBy?: string
  /** Runs after all others, on what they found. */
  readonly runsLast?: true
}

/** Says how one kind of subject is checked. */
export const on = <T extends SubjectType>(
  subject: T,
  run: (subject: Subjects[T], world: World, law: Law, found: Found) => Verdict,
): Check => ({
  subject,
  // The engine hands a check only subjects of the type it names.
  run: run as Check['run'],
})

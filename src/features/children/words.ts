import { localAuthorities } from '#domain/codes/local-authority.ts'
import { sendNeeds } from '#domain/codes/send-need.ts'
import { type IsoDate, isIsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'

export const specialNeedsWords: Readonly<Record<string, string>> = {
  none: 'No special educational needs',
  'sen-support': 'SEN support',
  ehcp: 'EHCP',
}
export const careWords: Readonly<Record<string, string>> = {
  'never-looked-after': 'Never looked after',
  'looked-after': 'Looked after',
  'previously-looked-after': 'Previously looked after',
}
export const enrolmentWords: Readonly<Record<string, string>> = {
  current: 'On this roll only',
  main: 'On two rolls, this one the main',
  subsidiary: 'On two rolls, this one the subsidiary',
}
export const agencyStatusWords: Readonly<Record<string, string>> = {
  open: 'Working with the child or family',
  waiting: 'On a waiting list',
  referred: 'Referred, no answer yet',
  closed: 'Closed',
}
export const exclusionWords: Readonly<Record<string, string>> = {
  suspension: 'Suspension',
  permanent: 'Permanent exclusion',
}
export const outcomeWords: Readonly<Record<string, string>> = {
  offered: 'Place offered',
  refused: 'Refused',
  withdrawn: 'Application withdrawn',
}
export const sourceWords: Readonly<Record<string, string>> = {
  postcode: 'worked out from the postcode',
  corrected: 'corrected by a person',
  stated: 'as stated',
  'not known': 'not known',
}

export const authorityName = (key: string | null | undefined): string | undefined =>
  key ? (localAuthorities.find(key)?.name ?? key) : undefined
export const needName = (key: string | null | undefined): string | undefined =>
  key ? (sendNeeds.all.find(need => need.key === key)?.name ?? key) : undefined

/** “3 March 2026 to 1 May 2026”, or “Since 3 March 2026”. */
export const period = (from: IsoDate | null, to: IsoDate | null): string => {
  if (!from) return to ? `Until ${dayInWords(to)}` : 'Dates not recorded'
  return to ? `${dayInWords(from)} to ${dayInWords(to)}` : `Since ${dayInWords(from)}`
}

export const yesNoOrNotKnown = (answer: boolean | null): string =>
  answer === null ? 'Not known' : answer ? 'Yes' : 'No'

export const pounds = (pence: number): string =>
  `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`

const columnWords: Readonly<Record<string, string>> = {
  from_on: 'From',
  to_on: 'To',
  kind: 'Kind',
  year_group: 'Year group',
  ended_because: 'Why it ended',
  street: 'Address',
  town: 'Town',
  postcode: 'Postcode',
  home_authority: 'Home authority',
  home_area_id: 'Home partnership area',
  authority_source: 'How the authority is known',
  correction_reason: 'Why it was corrected',
  status: 'Status',
  maintaining_authority: 'Maintaining authority',
  primary_need: 'Primary need',
  secondary_need: 'Secondary need',
  source: 'Source',
  amount_pence: 'Amount',
  granted_by: 'Granted by',
  authority: 'Authority',
  social_worker: 'Social worker',
  virtual_school_contact: 'Virtual School contact',
  placed_in_authority: 'Lives in',
  agency: 'Agency',
  worker: 'Worker',
  worker_contact: 'How to reach the worker',
  applied_on: 'Applied on',
  outcome: 'Outcome',
  outcome_on: 'Outcome on',
  completed_on: 'Completed on',
  sessions: 'Sessions',
  reasons: 'Reasons',
  reinstated_on: 'Reinstated on',
  education_from: 'Education from',
  upn: 'UPN',
  uln: 'ULN',
  birth_date: 'Date of birth',
  preferred_forename: 'Preferred forename',
  preferred_surname: 'Preferred surname',
  email: 'Email address',
}

/** A column and what stood in it, as people read them. */
export function inWords(column: string, value: unknown): readonly [label: string, value: string] {
  const label = columnWords[column] ?? capital(column.replaceAll('_', ' '))
  return [label, valueInWords(column, value)]
}

function valueInWords(column: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Nothing'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.join(', ')
  if (column === 'amount_pence') return pounds(Number(value))
  const text = String(value)
  if (isIsoDate(text)) return dayInWords(text)
  if (/authority/.test(column)) return authorityName(text) ?? text
  const words = [specialNeedsWords, careWords, enrolmentWords, agencyStatusWords, exclusionWords]
  return words.map(list => list[text]).find(Boolean) ?? text
}

const capital = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`

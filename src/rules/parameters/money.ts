import { isoDate } from '#domain/dates.ts'
import type { Pence, Policy } from '../facts.ts'
import type { Parameter } from '../parameter.ts'
import {
  censusKnowledge,
  financeRegulations2012,
  financeRegulations2024,
  relevantDateKnowledge,
} from '../sources/money.ts'
import { cite, faq } from '../sources.ts'

/** Set each February for one financial year; none is shipped, because none was found. */
const averageCost = (id: string, name: string): Parameter<Pence | null> => ({
  id,
  name,
  unit: 'pence a year; for the financial year in which the value begins',
  standing: 'local-agreement',
  scope: 'local',
  versions: [{ from: isoDate('2022-04-01'), value: null, source: cite(faq, '86, 100') }],
})
export const averagePupilCost = averageCost('P-APC', 'Average Pupil Cost')
/** Where the two phases differ. */
export const averagePupilCostOf = {
  'key-stage-3': averageCost('P-APC-KS3', 'Average Pupil Cost of Key Stage 3'),
  'key-stage-4': averageCost('P-APC-KS4', 'Average Pupil Cost of Key Stage 4'),
} as const
export const averageCosts: readonly Parameter<Pence | null>[] = [
  averagePupilCost,
  ...Object.values(averagePupilCostOf),
]

export const proRataMethod: Parameter<NonNullable<Policy['proRataMethod']>> = {
  id: 'P-PRORATA-METHOD',
  name: 'How Average Pupil Funding is shared out over a year',
  unit: 'complete-weeks-52, calendar-days-365 or school-days-190',
  choices: ['complete-weeks-52', 'calendar-days-365', 'school-days-190'],
  standing: 'design',
  scope: 'local',
  versions: [
    {
      from: isoDate('2022-01-01'),
      value: 'complete-weeks-52',
      source: cite(faq, '80', 'the Average Pupil Funding pro rata'),
      why: 'The FAQ does not say how. Complete weeks are how the regulations count.',
    },
  ],
}

export const weeksOfTheYear: Parameter<number> = {
  id: 'P-PEX-52',
  name: 'Divisor of the statutory adjustment',
  unit: 'weeks',
  standing: 'law',
  scope: 'national',
  versions: [
    { from: isoDate('2013-04-01'), value: 52, source: cite(financeRegulations2012, 'reg 23') },
    { from: isoDate('2024-04-01'), value: 52, source: cite(financeRegulations2024, 'reg 39') },
  ],
}

export const relevantDateBasis: Parameter<NonNullable<Policy['relevantDateBasis']>> = {
  id: 'P-RELEVANT-DATE',
  name: 'First day counted after a permanent exclusion',
  unit: 'sixth-school-day, exclusion-date or governors-upheld-date',
  choices: ['sixth-school-day', 'exclusion-date', 'governors-upheld-date'],
  standing: 'law',
  scope: 'local',
  versions: [
    {
      from: isoDate('2013-04-01'),
      value: 'sixth-school-day',
      source: cite(relevantDateKnowledge),
      why: 'Three practices were found; the regulations’ own definition was not read.',
    },
  ],
}

export const relevantSchoolDay: Parameter<number> = {
  id: 'P-RELEVANT-DAY',
  name: 'School day after a permanent exclusion that is its relevant date',
  unit: 'school days after the decision',
  standing: 'law',
  scope: 'national',
  versions: [{ from: isoDate('2013-04-01'), value: 6, source: cite(relevantDateKnowledge) }],
}

/** Days and school days that make the whole of a year, for the two other methods of sharing it out. */
export const daysOfTheYear: Parameter<number> = {
  id: 'P-PRORATA-DAYS',
  name: 'Divisor when Average Pupil Funding is shared out by calendar days',
  unit: 'calendar days',
  standing: 'design',
  scope: 'local',
  versions: [{ from: isoDate('2022-01-01'), value: 365, source: cite(faq, '80') }],
}

export const schoolDaysOfTheYear: Parameter<number> = {
  id: 'P-PRORATA-SCHOOL-DAYS',
  name: 'Divisor when Average Pupil Funding is shared out by school days',
  unit: 'school days',
  standing: 'design',
  scope: 'local',
  versions: [{ from: isoDate('2022-01-01'), value: 190, source: cite(faq, '80') }],
}

/** Which Thursday of October the autumn census is taken on. */
export const censusThursday: Parameter<number> = {
  id: 'P-CENSUS-DAY',
  name: 'Thursday of October on which the autumn census is taken',
  unit: 'first, second, … Thursday',
  standing: 'law',
  scope: 'national',
  versions: [{ from: isoDate('2013-04-01'), value: 1, source: cite(censusKnowledge) }],
}

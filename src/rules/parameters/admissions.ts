import { isoDate } from '#domain/dates.ts'
import type { Parameter } from '../parameter.ts'
import { admissionsCode, sixthDayRegulations } from '../sources/schools.ts'
import { cite } from '../sources.ts'

export const inYearAim: Parameter<number> = {
  id: 'P-INYEAR-AIM',
  name: 'In-year application: outcome aimed at',
  unit: 'school days after it was received',
  standing: 'statutory-guidance',
  scope: 'national',
  versions: [{ from: isoDate('2021-09-01'), value: 10, source: cite(admissionsCode) }],
}

export const inYearLimit: Parameter<number> = {
  id: 'P-INYEAR',
  name: 'In-year application: outcome must be notified',
  unit: 'school days after it was received',
  standing: 'statutory-guidance',
  scope: 'national',
  versions: [{ from: isoDate('2021-09-01'), value: 15, source: cite(admissionsCode) }],
}

/** School day after a permanent exclusion by which the home authority has full-time education in place. */
export const exclusionEducationDay: Parameter<number> = {
  id: 'P-PEX-EDU',
  name: 'Education after a permanent exclusion',
  unit: 'school day after the decision',
  standing: 'law',
  scope: 'national',
  versions: [{ from: isoDate('2007-09-01'), value: 6, source: cite(sixthDayRegulations) }],
}

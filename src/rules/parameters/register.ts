import { isoDate } from '#domain/dates.ts'
import type { Parameter } from '../parameter.ts'
import { registerReturns, twentyDayGround, workExperienceAct } from '../sources/register.ts'
import { cite } from '../sources.ts'

const registerRegulations = isoDate('2024-08-19')

export const unbrokenAbsence: Parameter<number> = {
  id: 'P-ABS20',
  name: 'Unbroken absence before a name may be deleted',
  unit: 'school days coded G, N or O only',
  standing: 'law',
  scope: 'national',
  versions: [{ from: registerRegulations, value: 20, source: cite(twentyDayGround) }],
}

export const newPupilReturn: Parameter<number> = {
  id: 'P-NEWPUPIL',
  name: 'New-pupil return',
  unit: 'days after the name is entered',
  standing: 'law',
  scope: 'national',
  versions: [{ from: registerRegulations, value: 5, source: cite(registerReturns, 'reg 13(1)') }],
}

export const workExperienceYear: Parameter<number> = {
  id: 'P-WEX-YEAR',
  name: 'First year group in which work experience is lawful',
  unit: 'year group',
  standing: 'law',
  scope: 'national',
  versions: [{ from: isoDate('1996-11-01'), value: 10, source: cite(workExperienceAct) }],
}

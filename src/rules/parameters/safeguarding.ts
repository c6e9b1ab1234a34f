import { isoDate } from '#domain/dates.ts'
import type { Parameter } from '../parameter.ts'
import { safeguardingGuidance } from '../sources/schools.ts'
import { cite } from '../sources.ts'

const seen = isoDate('2022-01-01')

export const staffTraining: Parameter<number> = {
  id: 'P-TRAINING',
  name: 'Safeguarding training of staff stays in date',
  unit: 'months',
  standing: 'design',
  scope: 'local',
  versions: [{ from: seen, value: 12, source: cite(safeguardingGuidance) }],
}

export const leadTraining: Parameter<number> = {
  id: 'P-TRAINING-LEAD',
  name: 'Safeguarding training of leads and deputies stays in date',
  unit: 'months',
  standing: 'design',
  scope: 'local',
  versions: [{ from: seen, value: 24, source: cite(safeguardingGuidance) }],
}

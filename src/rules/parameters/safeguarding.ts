import { isoDate } from '#domain/dates.ts'
import type { Parameter } from '../parameter.ts'
import { safeguardingGuidance } from '../sources/schools.ts'
import { cite, pack } from '../sources.ts'

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

/** Whose safeguarding training is looked at: the FAQ asks some, the pack asks governors and volunteers too. */
export const trainingCounts: Parameter<'by-placement' | 'everyone' | 'staff'> = {
  id: 'P-TRAINING-WHO',
  name: 'Whose safeguarding training counts',
  unit: 'by-placement, everyone or staff',
  choices: ['by-placement', 'everyone', 'staff'],
  standing: 'design',
  scope: 'local',
  versions: [
    {
      from: seen,
      value: 'by-placement',
      source: cite(pack, '126', 'for all staff, governors and volunteers'),
      why: 'The pack was written for looked-after children and for what schools commission; the FAQ asks less.',
    },
  ],
}

import { isoDate } from '#domain/dates.ts'
import type { Parameter } from '../parameter.ts'
import { cite, ourDesign, pack } from '../sources.ts'

const from = isoDate('2020-09-01')

/** Used only where the home school’s own week is not known. */
export const fullTimeHours: Parameter<number | null> = {
  id: 'P-FULLTIME-HOURS',
  name: 'Full-time week where the home school’s own is not known',
  unit: 'hours a week; none: only the home school’s own week counts',
  standing: 'design',
  scope: 'local',
  versions: [
    {
      from,
      value: null,
      source: cite(pack, '46', 'full-time provision in total'),
      why: 'The pack names no number. The home school’s own week is the comparator.',
    },
  ],
}

export const contactInterval: Parameter<number> = {
  id: 'P-CONTACT',
  name: 'Time between logged contacts with provider or pupil',
  unit: 'school days',
  standing: 'design',
  scope: 'local',
  versions: [{ from, value: 10, source: cite(ourDesign) }],
}

export const monitoringVisitInterval: Parameter<number> = {
  id: 'P-MONITORING-VISIT',
  name: 'Time between visits that monitor a pupil’s placement',
  unit: 'school days',
  standing: 'design',
  scope: 'local',
  versions: [
    {
      from,
      value: 30,
      source: cite(ourDesign),
      why: 'The pack asks for frequent visits and names no number: about one each half-term.',
    },
  ],
}

export const questionnaireTime: Parameter<number> = {
  id: 'P-QUESTIONNAIRE',
  name: 'Time to return a Questionnaire for Commissioners',
  unit: 'school days after the placement or care began',
  standing: 'design',
  scope: 'local',
  versions: [
    {
      from,
      value: 10,
      source: cite(ourDesign),
      why: 'The pack sets no day for the return.',
    },
  ],
}

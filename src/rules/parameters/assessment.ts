import { isoDate } from '#domain/dates.ts'
import type { Parameter } from '../parameter.ts'
import { cite, faq, ourDesign, pack } from '../sources.ts'

export const assessmentInterval: Parameter<number> = {
  id: 'P-ASSESS',
  name: 'Time between a commissioner’s assessments of a provider',
  unit: 'calendar months',
  standing: 'council-expectation',
  scope: 'local',
  versions: [{ from: isoDate('2020-09-01'), value: 12, source: cite(pack, '162') }],
}

export const siteVisitInterval: Parameter<number> = {
  id: 'P-SITE-VISIT',
  name: 'Time between a commissioner’s site visits',
  unit: 'calendar months',
  standing: 'design',
  scope: 'local',
  versions: [
    {
      from: isoDate('2020-09-01'),
      value: 4,
      source: cite(ourDesign),
      why: 'The pack says regular, frequent and annual in three places: about one visit a term.',
    },
  ],
}

export const auditInterval: Parameter<number> = {
  id: 'P-LEBC-AUDIT',
  name: 'Time for which an LEBC audit serves as evidence',
  unit: 'calendar months',
  standing: 'design',
  scope: 'local',
  versions: [{ from: isoDate('2022-01-01'), value: 12, source: cite(faq, '172') }],
}

export const expiryWarning: Parameter<number> = {
  id: 'P-EXPIRING',
  name: 'Time before its expiry at which a document is called expiring',
  unit: 'calendar days',
  standing: 'design',
  scope: 'local',
  versions: [{ from: isoDate('2020-09-01'), value: 30, source: cite(ourDesign) }],
}

/** Whether an LEBC audit stands for the commissioner’s own assessment. */
export const auditAssesses: Parameter<boolean> = {
  id: 'P-AUDIT-ASSESSES',
  name: 'An LEBC audit counts as every commissioner’s annual assessment',
  unit: 'yes or no',
  standing: 'local-agreement',
  scope: 'local',
  versions: [
    {
      from: isoDate('2020-09-01'),
      value: false,
      source: cite(pack, '57, 162', 'rests with the commissioner'),
      why: 'The commissioner’s responsibility cannot be handed on; the audit informs it.',
    },
  ],
}

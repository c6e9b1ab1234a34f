import { isoDate } from '#domain/dates.ts'
import type { Pence } from '../facts.ts'
import type { Parameter } from '../parameter.ts'
import { leicestershireTopUp } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'

const seen = isoDate('2022-01-01')

export const programmeManagementTier: Parameter<number> = {
  id: 'P-TIER4',
  name: 'Full-time programme management',
  unit: 'tier at which it starts',
  standing: 'local-agreement',
  scope: 'local',
  versions: [{ from: seen, value: 4, source: cite(faq, '80, 154') }],
}

/** What a school meets itself; only a cost of MORE than this is funded. */
export const schoolShareLimit: Parameter<Pence> = {
  id: 'P-SEN-6000',
  name: 'Additional support that the school meets itself',
  unit: 'pence a year',
  standing: 'local-agreement',
  scope: 'national',
  versions: [
    { from: seen, value: 600_000, source: cite(faq, '150, 182') },
    {
      from: isoDate('2025-01-01'),
      value: 600_000,
      source: cite(leicestershireTopUp),
      why: 'Still the figure in use, though the authority says it would be about £10,500 today.',
    },
  ],
}

export const specialistRate: Parameter<Pence> = {
  id: 'P-SEIP-25500',
  name: 'Normal rate of a partnership as specialist placement',
  unit: 'pence a year',
  standing: 'local-agreement',
  scope: 'local',
  versions: [
    {
      from: seen,
      value: 2_550_000,
      source: cite(faq, '198', 'normally £25.5k per annum'),
      why: 'The age of the figure is not known; check it against the SENA sheets.',
    },
  ],
}

/** Month and day from which a child’s top-up that has not been renewed is spoken of. */
export const topUpReminder: Parameter<string> = {
  id: 'P-TOPUP-REMINDER',
  name: 'Reminder to renew a top-up',
  unit: 'month and day of the school year',
  standing: 'design',
  scope: 'local',
  versions: [{ from: seen, value: '06-01', source: cite(faq, '180') }],
}

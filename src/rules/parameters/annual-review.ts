import { isoDate } from '#domain/dates.ts'
import type { Parameter } from '../parameter.ts'
import { sendRegulations } from '../sources/schools.ts'
import { cite } from '../sources.ts'

const step = (id: string, name: string, days: number): Parameter<number> => ({
  id,
  name,
  unit: 'days after the review meeting (before it when negative)',
  standing: 'law',
  scope: 'national',
  versions: [{ from: isoDate('2014-09-01'), value: days, source: cite(sendRegulations, 'reg 20') }],
})

/** The four steps of an EHCP review, counted from its meeting. */
export const reviewSteps = {
  notice: step('P-EHCP-NOTICE', 'EHCP review: notice of the meeting', -14),
  report: step('P-EHCP-REPORT', 'EHCP review: report', 14),
  decision: step('P-EHCP-DECISION', 'EHCP review: the authority’s decision', 28),
  'final-plan': step('P-EHCP-FINAL', 'EHCP review: final amended plan', 84),
}

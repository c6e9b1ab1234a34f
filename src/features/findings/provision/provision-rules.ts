import { allRules } from '#rules/registry.ts'
import type { Rule } from '#rules/rule.ts'

// QST-05 is asked when a form is returned: what a school is still writing is nobody else's to read.
const ofAssurance = new Set([
  'LAC-05',
  'LAC-06',
  'LAC-07',
  'QST-01',
  'QST-02',
  'QST-03',
  'QST-04',
  'QST-06',
])
const ofTheProvider = new Set(['EVD', 'SAF'])
// What has run out is said on every placement that relies on it.
export const runsOut = 'EVD-12'

/**
 * The rules whose findings appear on a placement. What is wrong with the provider's own papers and people stands on the
 * provider, once, and is shown here from there; what this commissioner has not seen of them is a matter of the placement.
 */
export const provisionRules: readonly Rule[] = allRules.filter(
  ({ area, id, checks }) =>
    area === 'ILL' ||
    area === 'REG' ||
    area === 'PLN' ||
    id === 'ROL-07' ||
    // Of a direction this rule asks for an end; of a placement it tells the limits that are planned.
    id === 'OSD-07' ||
    ofAssurance.has(id) ||
    id === runsOut ||
    (ofTheProvider.has(area) && checks.some(({ subject }) => subject === 'placement')),
)

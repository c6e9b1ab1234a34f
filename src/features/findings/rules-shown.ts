import { allRules } from '#rules/registry.ts'
import type { Rule } from '#rules/rule.ts'

const lookedAfterIntake = new Set(['LAC-01', 'LAC-02', 'LAC-03', 'LAC-04'])
// SEN-05 to SEN-10 are about programmes, funding and specialist placements, which are not kept here yet.
const specialNeedsIntake = new Set(['SEN-01', 'SEN-02', 'SEN-03'])

/** The rules whose findings appear on a case. The records that the others are about come with them. */
export const rulesShown: readonly Rule[] = allRules.filter(
  ({ area, id }) =>
    area === 'RTE' ||
    area === 'FA' ||
    area === 'OOA' ||
    lookedAfterIntake.has(id) ||
    specialNeedsIntake.has(id),
)

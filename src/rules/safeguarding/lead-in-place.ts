import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { safeguardingGuidance } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { isCountyTrained, isLead } from './training.ts'

export const leadInPlace: Rule = {
  id: 'SAF-04',
  area: 'SAF',
  title: 'A safeguarding lead is in place',
  statement:
    'There is a designated safeguarding lead, ideally trained regularly by the County’s trainers.',
  binds: 'Providers',
  test: 'Stops new placements without a lead. To know: no lead was trained by the County.',
  basis: ['statutory-guidance'],
  levels: ['info', 'high'],
  blocks: ['start-placement'],
  sources: [
    cite(safeguardingGuidance),
    cite(faq, '111', 'there should be a Designated Safeguarding Lead (DSL)'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('provider', ({ people = [] }, world): Draft | undefined => {
      const leads = people.filter(isLead)
      if (leads.length === 0)
        return {
          level: 'high',
          blocks: ['start-placement'],
          values: { missing: 'safeguarding-lead' },
          message: 'The provider has named no safeguarding lead. No placement may start.',
        }
      return leads.some(lead => isCountyTrained(lead, world))
        ? undefined
        : {
            level: 'info',
            values: { trainer: 'not-county' },
            message: 'The safeguarding lead was not trained by the County. Encourage it.',
          }
    }),
  ],
}

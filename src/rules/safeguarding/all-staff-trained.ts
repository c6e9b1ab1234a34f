import { comparedOn } from '../compared-on.ts'
import type { Draft } from '../finding.ts'
import { leadTraining, staffTraining, trainingCounts } from '../parameters/safeguarding.ts'
import { on, type Rule } from '../rule.ts'
import { safeguardingGuidance } from '../sources/schools.ts'
import { cite, faq, ourDesign, pack } from '../sources.ts'
import { spokenCount } from '../spoken.ts'
import { inDateUntil, peopleCounted } from './training.ts'

export const allStaffTrained: Rule = {
  id: 'SAF-02',
  area: 'SAF',
  title: 'All staff have regular training',
  statement:
    'All staff must have regular safeguarding training; its content is not prescribed. The pack asks it of governors and volunteers too.',
  binds: 'Providers',
  test: 'A breach for people never trained. Our own warning when the last training is older than 12 months (leads and deputies 24). Volunteers and governors count when a school commissions or a looked-after child attends.',
  basis: ['statutory-guidance', 'design'],
  levels: ['warning', 'breach'],
  blocks: [],
  sources: [
    cite(faq, '111', 'all staff must have regular Safeguarding Training'),
    cite(safeguardingGuidance),
    cite(pack, '126', 'for all staff, governors and volunteers'),
    cite(ourDesign, '12 and 24 months'),
  ],
  parameters: [staffTraining, leadTraining, trainingCounts],
  checkedOn: comparedOn,
  checks: [
    on('provider', (provider, world, law): readonly Draft[] => {
      const counted = peopleCounted(provider, world, law)
      const untils = counted.map(person => inDateUntil(person, world, law))
      const untrained = untils.filter(until => until === undefined).length
      const lapsed = untils.filter(until => until !== undefined && until < world.today).length
      const people = counted.length
      const breach: Draft = {
        level: 'breach',
        values: { untrained, people },
        message: `${untrained} of ${spokenCount(people, 'person', 'people')} never had safeguarding training.`,
      }
      const warning: Draft = {
        level: 'warning',
        basis: 'design',
        values: { lapsed, people },
        message: `The safeguarding training of ${lapsed} of ${spokenCount(people, 'person', 'people')} is out of date.`,
      }
      return [...(untrained ? [breach] : []), ...(lapsed ? [warning] : [])]
    }),
  ],
}

import { comparedOn } from '../compared-on.ts'
import type { Agreement } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { safeguardingGuidance } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import { commissionerName } from '../spoken.ts'
import type { World } from '../world.ts'

export const followTheGuidance: Rule = {
  id: 'SAF-01',
  area: 'SAF',
  title: 'Providers follow Keeping Children Safe in Education',
  statement:
    'Alternative providers must comply with Keeping Children Safe in Education. A provider that is not a school is bound to it by the agreement.',
  binds: 'Commissioners; providers',
  test: 'For each agreement in force: a breach without the clause, a warning when it is not known.',
  basis: ['statutory-guidance'],
  levels: ['warning', 'breach'],
  blocks: [],
  sources: [cite(safeguardingGuidance), cite(faq, '111', 'APs must be compliant with')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('provider', ({ agreements = [] }, world): readonly Draft[] =>
      agreements
        .filter(agreement => isInForce(agreement, world) && agreement.kcsieClause !== true)
        .map(({ commissioner, kcsieClause }) => {
          const who = commissionerName(commissioner, world)
          return kcsieClause === false
            ? {
                level: 'breach',
                values: { commissioner, missing: 'kcsie-clause' },
                message: `The agreement with ${who} does not bind the provider to Keeping Children Safe in Education. Add the clause.`,
              }
            : {
                level: 'warning',
                values: { commissioner, unknown: 'kcsie-clause' },
                message: `We do not know whether the agreement with ${who} asks for Keeping Children Safe in Education. Look it up.`,
              }
        }),
    ),
  ],
}

const isInForce = ({ signedDate, endDate }: Agreement, world: World): boolean =>
  world.happened(signedDate) !== undefined && world.today <= (endDate ?? world.today)

import { comparedOn } from '../compared-on.ts'
import { employersLiabilityExpected, employersLiabilityInLaw } from '../parameters/insurance.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { belowGuide } from './below-guide.ts'
import { coverOf } from './cover.ts'

export const employersLiabilityGuide: Rule = {
  id: 'EVD-04',
  area: 'EVD',
  title: 'Employers’ liability: the Council’s £10 million',
  statement:
    'The Council expects employers’ liability of at least £10 million from providers that it commissions, as a guide.',
  binds: 'Commissioner',
  test: 'Speaks for each commissioner when the cover is £5 million or more and below £10 million: a breach when the authority commissions, else information. Below £5 million EVD-03 speaks; where nobody is employed neither does.',
  basis: ['council-expectation'],
  levels: ['info', 'breach'],
  blocks: [],
  sources: [cite(pack, '5-6', 'As a guide, the County Council expects')],
  parameters: [employersLiabilityInLaw, employersLiabilityExpected],
  checkedOn: comparedOn,
  checks: [
    on('provider', (provider, world, law) => {
      if (provider.employsAnyone === false) return undefined
      const cover = coverOf(provider, 'employers-liability', world)
      const expected = law.value(employersLiabilityExpected, world.today)
      const isLegal =
        cover !== undefined && cover >= law.value(employersLiabilityInLaw, world.today)
      return isLegal && cover < expected
        ? belowGuide(provider, 'employers’ liability', cover, expected, world)
        : undefined
    }),
  ],
}

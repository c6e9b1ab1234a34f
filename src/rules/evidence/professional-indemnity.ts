import { comparedOn } from '../compared-on.ts'
import { professionalIndemnityExpected } from '../parameters/insurance.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { belowGuide } from './below-guide.ts'
import { coverOf } from './cover.ts'

export const professionalIndemnity: Rule = {
  id: 'EVD-06',
  area: 'EVD',
  title: 'Professional indemnity',
  statement:
    'The Council expects professional indemnity insurance of at least £2 million, as a guide. Appendix 2 does not ask for it.',
  binds: 'Commissioner',
  test: 'Speaks for each commissioner when no cover or less than £2 million is shown: a breach when the authority commissions, else information.',
  basis: ['council-expectation'],
  levels: ['info', 'breach'],
  blocks: [],
  sources: [cite(pack, '8', 'Professional Indemnity Insurance = £2M')],
  parameters: [professionalIndemnityExpected],
  checkedOn: comparedOn,
  checks: [
    on('provider', (provider, world, law) => {
      const cover = coverOf(provider, 'professional-indemnity', world)
      const expected = law.value(professionalIndemnityExpected, world.today)
      // An authority that expects none has said so with nought.
      return expected > 0 && (cover === undefined || cover < expected)
        ? belowGuide(provider, 'professional indemnity', cover, expected, world)
        : undefined
    }),
  ],
}

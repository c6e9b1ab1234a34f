import { comparedOn } from '../compared-on.ts'
import { pounds } from '../counting/money.ts'
import type { Provider } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { publicLiabilityExpected, publicLiabilityMinimum } from '../parameters/insurance.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'
import { providerName } from '../spoken.ts'
import type { World } from '../world.ts'
import { belowGuide } from './below-guide.ts'
import { coverOf } from './cover.ts'

export const publicLiability: Rule = {
  id: 'EVD-05',
  area: 'EVD',
  title: 'Public liability',
  statement:
    'A provider holds public liability insurance: £2 million by Appendix 2, £10 million by the Council’s guide.',
  binds: 'Provider; commissioner before a start',
  test: 'Blocks below £2 million, and when no cover is shown. From £2 million to below £10 million it speaks for each commissioner: a breach when the authority commissions, else information.',
  basis: ['council-expectation'],
  levels: ['high', 'info', 'breach'],
  blocks: ['start-placement'],
  sources: [cite(pack, '84', 'for £2m minimum'), cite(pack, '7', '= £10M')],
  parameters: [publicLiabilityMinimum, publicLiabilityExpected],
  checkedOn: comparedOn,
  checks: [on('provider', judge)],
}

function judge(provider: Provider, world: World, law: Law): Draft | Draft[] | undefined {
  const cover = coverOf(provider, 'public-liability', world)
  const minimum = law.value(publicLiabilityMinimum, world.today)
  const expected = law.value(publicLiabilityExpected, world.today)
  if (cover !== undefined && cover >= expected) return undefined
  if (cover !== undefined && cover >= minimum)
    return belowGuide(provider, 'public liability', cover, expected, world)
  return {
    level: 'high',
    blocks: ['start-placement'],
    amounts: { cover, minimum, expected },
    message: `${providerName(provider.id, world)} shows ${cover === undefined ? 'none' : pounds(cover)} of the ${pounds(minimum)} of public liability that Appendix 2 asks for. See a certificate before anyone starts.`,
  }
}

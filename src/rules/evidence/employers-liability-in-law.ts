import { comparedOn } from '../compared-on.ts'
import { pounds } from '../counting/money.ts'
import { employersLiabilityInLaw } from '../parameters/insurance.ts'
import { on, type Rule } from '../rule.ts'
import { employersLiability, employersLiabilityExemptions } from '../sources/insurance.ts'
import { cite, pack } from '../sources.ts'
import { providerName } from '../spoken.ts'
import { coverOf } from './cover.ts'
import { isSoleTraderOfUnknownStaff } from './who-employs.ts'

export const employersLiabilityRule: Rule = {
  id: 'EVD-03',
  area: 'EVD',
  title: 'Employers’ liability: the legal minimum',
  statement: 'Whoever employs anyone holds employers’ liability insurance of at least £5 million.',
  binds: 'Provider; commissioner before a start',
  test: 'Blocks when an employer, or a provider not known to employ nobody, shows no cover of £5 million. Silent when it employs nobody, and for a sole trader of whom we do not know: EVD-07 speaks of those.',
  basis: ['law'],
  levels: ['high'],
  blocks: ['start-placement'],
  sources: [
    cite(employersLiability),
    cite(pack, '9', '£5 million as a minimum'),
    cite(pack, '81'),
    cite(employersLiabilityExemptions),
  ],
  parameters: [employersLiabilityInLaw],
  checkedOn: comparedOn,
  checks: [
    on('provider', (provider, world, law) => {
      if (provider.employsAnyone === false || isSoleTraderOfUnknownStaff(provider)) return undefined
      const cover = coverOf(provider, 'employers-liability', world)
      const minimum = law.value(employersLiabilityInLaw, world.today)
      if (cover !== undefined && cover >= minimum) return undefined
      const shown = cover === undefined ? 'none' : pounds(cover)
      return {
        level: 'high',
        blocks: ['start-placement'],
        amounts: { cover, minimum },
        message: `${providerName(provider.id, world)} shows ${shown} of the ${pounds(minimum)} of employers’ liability that the law asks of an employer. See a certificate before anyone starts.`,
      }
    }),
  ],
}

import { comparedOn } from '../compared-on.ts'
import { pounds } from '../counting/money.ts'
import type { Pence, Programme } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { programmeManagementTier } from '../parameters/tier-and-send.ts'
import { on, type Rule } from '../rule.ts'
import { financeRegulations2024 } from '../sources/money.ts'
import { cite, faq } from '../sources.ts'
import type { World } from '../world.ts'
import { localChargeOf } from './local-charge.ts'
import { minimumOfProgramme, proRataParameters } from './minimum.ts'
import { carriesMoney, programmeDay, standingOfProgramme } from './money-cases.ts'
import { contributionsPaid, shortfallOf } from './payments.ts'

export const programmeWithoutExclusion: Rule = {
  id: 'FCR-10',
  area: 'FCR',
  title: 'Programme management without exclusion',
  statement:
    'When a school does not pay the agreed level for programme management, the partnership asks the authority to support it. Nothing is deducted by law without an exclusion.',
  binds: 'Member school and partnership',
  test: 'A warning when a member’s recorded payments are below the agreed level: the partnership’s own charge or the minimum, whichever is higher. Silent while payments are not known.',
  basis: ['local-agreement'],
  levels: ['warning'],
  blocks: [],
  sources: [
    cite(faq, '88', 'the Partnerships will expect the LA to support it'),
    cite(financeRegulations2024),
  ],
  parameters: [...proRataParameters, programmeManagementTier],
  checkedOn: comparedOn,
  checks: [
    on('programme', (programme, world, law): Draft | undefined => {
      const agreed = agreedLevel(programme, world, law)
      if (agreed === undefined) return undefined
      const payments = contributionsPaid(world.by('invoices', 'programme', programme.id), world)
      const shortfall = shortfallOf(payments, agreed)
      if (shortfall === undefined) return undefined
      return {
        level: 'warning',
        amounts: { agreed, paid: payments?.paid, shortfall },
        values: { task: 'ask-authority-to-support' },
        message: `The school has paid ${pounds(shortfall)} less than the agreed ${pounds(agreed)}. Ask the authority to support the partnership.`,
      }
    }),
  ],
}

/** The local charge where there is one, and never below the minimum. */
function agreedLevel(programme: Programme, world: World, law: Law): Pence | undefined {
  const standing = standingOfProgramme(programme, world)
  if (standing.kind !== 'member' || !carriesMoney(programme, world, law)) return undefined
  const minimum = minimumOfProgramme(programme, world, law).pence
  const charge = localChargeOf(standing, programmeDay(programme), 'tier-4', world)
  return charge === undefined || minimum === undefined
    ? (charge ?? minimum)
    : Math.max(charge, minimum)
}

import { comparedOn } from '../compared-on.ts'
import { pounds } from '../counting/money.ts'
import type { Invoice } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { programmeManagementTier } from '../parameters/tier-and-send.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq, ourDesign } from '../sources.ts'
import type { World } from '../world.ts'
import {
  type Minimum,
  minimumOfExclusion,
  minimumOfProgramme,
  minimumParameters,
} from './minimum.ts'
import {
  carriesMoney,
  isReinstated,
  standingOfExclusion,
  standingOfProgramme,
} from './money-cases.ts'
import { contributionsPaid, shortfallOf } from './payments.ts'

export const averageFundingProRata: Rule = {
  id: 'FCR-03',
  area: 'FCR',
  title: 'At least the Average Pupil Funding pro rata',
  statement:
    'A school passes on at least the Average Pupil Funding for the time it does not teach the pupil.',
  binds: 'Member school',
  test: 'For a member’s permanent exclusion or programme management: information with the minimum; a warning when recorded payments of contribution invoices are below it, or when it cannot be worked out. For a contribution that was sent: a warning when it does not record its method.',
  basis: ['local-agreement'],
  levels: ['info', 'warning'],
  blocks: [],
  sources: [
    cite(faq, '80', 'as a minimum, the Average Pupil Funding pro rata'),
    cite(faq, '86'),
    cite(ourDesign),
  ],
  parameters: [...minimumParameters, programmeManagementTier],
  checkedOn: comparedOn,
  checks: [
    on('exclusion', (exclusion, world, law) =>
      isReinstated(exclusion, world) || standingOfExclusion(exclusion, world).kind !== 'member'
        ? undefined
        : compare(
            minimumOfExclusion(exclusion, world, law),
            world.by('invoices', 'exclusion', exclusion.id),
            world,
          ),
    ),
    on('programme', (programme, world, law) =>
      carriesMoney(programme, world, law) && standingOfProgramme(programme, world).kind === 'member'
        ? compare(
            minimumOfProgramme(programme, world, law),
            world.by('invoices', 'programme', programme.id),
            world,
          )
        : undefined,
    ),
    on('invoice', methodOfSentContribution),
  ],
}

function compare(minimum: Minimum, invoices: readonly Invoice[], world: World): Draft {
  const { method, pence, weeks, unknown } = minimum
  if (unknown !== undefined)
    return {
      level: 'warning',
      values: { method, unknown },
      message: `The minimum cannot be worked out: ${findOut[unknown]}.`,
    }
  const payments = contributionsPaid(invoices, world)
  const shortfall = shortfallOf(payments, pence)
  return {
    level: shortfall === undefined ? 'info' : 'warning',
    amounts: { minimum: pence, paid: payments?.paid, shortfall },
    values: { method, weeks },
    message:
      shortfall === undefined
        ? `The least that the school passes on is ${pounds(pence)}.`
        : `The school has paid ${pounds(shortfall)} less than the minimum of ${pounds(pence)}. Ask for the rest.`,
  }
}

const findOut = {
  'rate-or-calendar': 'enter the Average Pupil Cost of each year, and the term dates',
  'relevant-date': 'the first day counted is not known',
  'leaver-rule': 'ask finance whether the pupil was in the year of leaving',
} as const

function methodOfSentContribution(invoice: Invoice, world: World): Draft | undefined {
  if (invoice.kind !== 'contribution' || invoice.proRataMethod !== undefined) return undefined
  if (!world.happened(invoice.sentDate)) return undefined
  const exclusion = world.exclusion(invoice.exclusion)
  if (exclusion && isReinstated(exclusion, world)) return undefined
  return {
    level: 'warning',
    values: { missing: 'pro-rata-method' },
    message:
      'The invoice does not say how its sum was shared out over the year. Record the method, so that it can be worked out again.',
  }
}

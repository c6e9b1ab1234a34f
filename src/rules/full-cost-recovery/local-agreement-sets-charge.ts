import type { IsoDate } from '#domain/dates.ts'
import { comparedOn } from '../compared-on.ts'
import type { Standing } from '../counting/membership.ts'
import { pounds } from '../counting/money.ts'
import type { Draft } from '../finding.ts'
import { programmeManagementTier } from '../parameters/tier-and-send.ts'
import { on, type Rule } from '../rule.ts'
import { cite, faq } from '../sources.ts'
import type { World } from '../world.ts'
import { type ChargedCase, localChargeOf } from './local-charge.ts'
import {
  type Minimum,
  minimumOfExclusion,
  minimumOfProgramme,
  minimumParameters,
} from './minimum.ts'
import {
  carriesMoney,
  isReinstated,
  programmeDay,
  standingOfExclusion,
  standingOfProgramme,
} from './money-cases.ts'

export const localAgreementSetsCharge: Rule = {
  id: 'FCR-02',
  area: 'FCR',
  title: 'Local agreement sets the charge',
  statement:
    'Each partnership agrees with its members what a school pays in these cases. The minimum is its floor.',
  binds: 'Partnership and member school',
  test: 'Information with the partnership’s own charge for a member’s permanent exclusion or programme management, when a charge policy is in force on the day of the case.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: [],
  sources: [cite(faq, '80', 'Each Partnership has a local agreement about how much schools pay')],
  parameters: [...minimumParameters, programmeManagementTier],
  checkedOn: comparedOn,
  checks: [
    on('exclusion', (exclusion, world, law) =>
      isReinstated(exclusion, world)
        ? undefined
        : show(
            standingOfExclusion(exclusion, world),
            exclusion.decisionDate,
            'permanent-exclusion',
            world,
            () => minimumOfExclusion(exclusion, world, law),
          ),
    ),
    on('programme', (programme, world, law) =>
      carriesMoney(programme, world, law)
        ? show(
            standingOfProgramme(programme, world),
            programmeDay(programme),
            'tier-4',
            world,
            () => minimumOfProgramme(programme, world, law),
          )
        : undefined,
    ),
  ],
}

function show(
  standing: Standing,
  day: IsoDate,
  kind: ChargedCase,
  world: World,
  minimumOf: () => Minimum,
): Draft | undefined {
  const localCharge = localChargeOf(standing, day, kind, world)
  if (localCharge === undefined) return undefined
  const { pence: minimum } = minimumOf()
  const charge = minimum === undefined ? undefined : Math.max(localCharge, minimum)
  return {
    level: 'info',
    amounts: { localCharge, minimum, charge },
    message:
      charge === undefined
        ? `The partnership’s own charge is ${pounds(localCharge)}. The minimum cannot be worked out yet.`
        : charge === localCharge
          ? `The partnership’s own charge of ${pounds(charge)} applies.`
          : `The partnership’s own charge of ${pounds(localCharge)} is below the minimum, so ${pounds(charge)} applies.`,
  }
}

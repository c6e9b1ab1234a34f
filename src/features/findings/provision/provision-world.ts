import { type IsoDate, londonDay } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Facts } from '#rules/facts.ts'
import { questionnaireFacts } from '../assurance/questionnaire-facts.query.ts'
import { everySchool, organisationFacts } from '../organisation-facts.query.ts'
import { providerFacts } from '../providers/provider-facts.ts'
import {
  type NeighbourRow,
  neighbourRows,
  neighboursFrom,
  turningDays,
} from './neighbours.query.ts'
import { planFacts } from './plan-facts.query.ts'
import { placementsFrom, plansFrom, pupilsWithWeeks } from './provision-facts.ts'
import { provisionRows } from './provision-rows.query.ts'

/** One child's placements, with the other children of the providers as numbers: the facts on any day. */
export interface ChildProvision {
  /** With `about` as if that placement ran, other proposals left out, and what was offered to others counted. */
  readonly factsOn: (day: IsoDate, about?: string) => Facts
  readonly turningDays: readonly IsoDate[]
}

export async function childProvision(tx: Tx, childId: string): Promise<ChildProvision> {
  const rows = await provisionRows(tx, [childId])
  const forms = await questionnaireFacts(tx, [childId])
  const planned = await planFacts(tx, [childId])
  const providerIds = [...new Set(rows.placements.map(({ provider_id }) => provider_id))]
  const settled = await settledFacts(tx, providerIds)
  const others: [string, readonly NeighbourRow[]][] = []
  for (const id of providerIds) others.push([id, await neighbourRows(tx, id, childId)])
  return {
    turningDays: others.flatMap(([, each]) => turningDays(each)),
    factsOn(day, about) {
      const near = others.map(([id, each]) => neighboursFrom(each, id, day, about !== undefined))
      return {
        asOf: day,
        ...settled,
        pupils: [...pupilsWithWeeks(rows, day), ...near.flatMap(({ pupils }) => pupils)],
        placements: [
          ...planned(forms.assured(placementsFrom(rows, day, settled.authority, about))),
          ...near.flatMap(({ placements }) => placements),
        ],
        substantialPlans: [
          ...near.flatMap(({ substantialPlans }) => substantialPlans),
          ...plansFrom(rows),
        ],
        questionnaires: forms.questionnaires,
      }
    },
  }
}

/** The same for many children by name, for jobs, which see everything: one question for them all. */
export async function provisionFacts(
  tx: Tx,
  childIds: readonly string[],
  now: Date,
): Promise<Facts> {
  const rows = await provisionRows(tx, childIds)
  const forms = await questionnaireFacts(tx, childIds)
  const planned = await planFacts(tx, childIds)
  const providerIds = [...new Set(rows.placements.map(({ provider_id }) => provider_id))]
  const day = londonDay(now)
  const settled = await settledFacts(tx, providerIds)
  return {
    asOf: day,
    ...settled,
    pupils: pupilsWithWeeks(rows, day),
    placements: planned(forms.assured(placementsFrom(rows, day, settled.authority))),
    substantialPlans: plansFrom(rows),
    questionnaires: forms.questionnaires,
  }
}

/** What does not change from one day to the next. */
async function settledFacts(tx: Tx, providerIds: readonly string[]) {
  const organisations = await organisationFacts(tx, await everySchool(tx))
  return {
    ...organisations,
    providers: await providerFacts(tx, providerIds, organisations.authority),
  }
}

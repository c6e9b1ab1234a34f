import { londonDay } from '#domain/dates.ts'
import { makeBelongings } from './belongings.ts'
import type { Building } from './build.ts'
import { makeCases } from './cases.ts'
import { makeChildren } from './children.ts'
import { dice } from './dice.ts'
import { makeEdges } from './edges.ts'
import { makeGuidance } from './guidance.ts'
import { makePairs } from './pairs.ts'
import { makePanels } from './panels.ts'
import { makeOrganisations, makePeople } from './people.ts'
import { makeProvisionEdges } from './provision/make-edges.ts'
import { makePlacements } from './provision/make-placements.ts'
import { makePlans } from './provision/make-plans.ts'
import { makeProviders } from './provision/make-providers.ts'
import { emptyTables, type World } from './world.ts'

/** A whole world by the throw of dice: the same seed and moment make the same world. */
export function makeWorld(seed: number, now: Date, size = 1): World {
  const building: Building = {
    dice: dice(seed),
    today: londonDay(now),
    now,
    rows: emptyTables(),
    askers: [],
    size,
  }
  makeOrganisations(building)
  makePeople(building)
  makeChildren(building)
  makeCases(building)
  makePanels(building)
  makePairs(building)
  makeBelongings(building)
  makeGuidance(building)
  makeProviders(building)
  makePlacements(building)
  makePlans(building)
  makeEdges(building)
  makeProvisionEdges(building)
  return { ...building, authority: 'fennshire' }
}

import type { Building } from '../build.ts'
import { dice } from '../dice.ts'
import { enterAndOwe, findMore } from './edges-of-moves.ts'
import { confirmLately, wearTwoHats } from './edges-of-people.ts'
import { leadOn, sendOnePlan, teachUnderAPlan } from './edges-of-placements.ts'
import { acceptOneForm, followForms } from './edges-of-questionnaires.ts'
import { makeReports } from './make-reports.ts'

/** What the dice throw too seldom about provision: each tells one condition from its absence. */
export function makeProvisionEdges(whole: Building) {
  // Dice of its own: what is added here changes nothing of the rest of the world.
  const building = { ...whole, dice: dice(whole.rows.placement.length * 31 + 7) }
  confirmLately(building)
  wearTwoHats(building)
  teachUnderAPlan(building)
  for (const placement of building.rows.placement) leadOn(building, placement)
  sendOnePlan(building)
  findMore(building)
  enterAndOwe(building)
  acceptOneForm(building)
  followForms(building)
  makeReports(building)
}

import { test } from 'vitest'
import { countyOfTheScenarios } from './county-of-the-scenarios.ts'
import { enterPlan, enterReview } from './enter-plan.ts'
import { play } from './play.ts'

const county = await countyOfTheScenarios('2026-11-21')

test('X-158: of a placement about which everything is entered, nothing is to be mended', async () => {
  await play(county, 'X-158', {
    parts: 'everything',
    visits: 'with assessments',
    after: async (actor, placement, facts, manager) => {
      await enterPlan(actor, placement, facts, manager)
      await enterReview(actor, placement, facts)
    },
  })
}, 90_000)

import { expect, test } from 'vitest'
import { countyOfTheScenarios } from './county-of-the-scenarios.ts'
import { enterContacts, enterPlan, enterReview, enterShortTermPlan } from './enter-plan.ts'
import { play } from './play.ts'

const county = await countyOfTheScenarios('2026-11-21')

test.each<[id: string, figure?: string]>([
  ['X-06', 'has not agreed the objectives in writing'],
  ['X-08', 'No qualification is recorded'],
  ['X-09', 'No advice on next steps'],
  ['X-11', 'Nobody at the home school is named'],
])('%s: the plan that is entered, less what the case lacks', async (id, figure) => {
  await play(county, id, { figure, after: enterPlan })
})

test.each<[id: string, figure?: string]>([['X-119a'], ['X-119b', 'has no review to come']])(
  '%s: a review counts on its day, and no longer on the next',
  async (id, figure) => {
    await play(county, id, { figure, after: enterReview, enteredOn: '2026-11-21' })
  },
)

test.each<[id: string, figure?: string]>([
  ['H-33a'],
  ['H-33b', 'No contact logged since 6 November 2026, more than 10 school days ago'],
])('%s: ten school days without a contact, and eleven', async (id, figure) => {
  await play(county, id, { figure, after: enterContacts })
})

test.each<[id: string, figure?: string]>([['X-219a'], ['X-219b', 'without a review to come']])(
  '%s: a medical exception until the day of its review',
  async (id, figure) => {
    await play(county, id, { figure })
  },
)

test.each<[id: string, figure?: string]>([
  ['F-12', 'allows the substantial part until 15 January 2027'],
  ['F-14', 'has not acknowledged a copy'],
])(
  '%s: a short-term plan that is complete, and one of which the provider has no copy',
  async (id, figure) => {
    await play(county, id, {
      figure,
      after: async (actor, placement, _facts, manager, { substantialPlans }) => {
        const [plan] = substantialPlans ?? []
        if (plan) await enterShortTermPlan(actor, placement, plan, manager)
      },
    })
  },
)

test('F-13: a plan without its last day is kept as a draft, allows nothing, and is said to lack it', async () => {
  await play(county, 'F-13', {
    figure: 'names no day on which it ends',
    after: async (actor, placement, _facts, manager, { substantialPlans }) => {
      const [plan] = substantialPlans ?? []
      if (plan) await enterShortTermPlan(actor, placement, plan, manager)
      await actor.page.visit(`/placements/${placement}/short-term-plan`)
      expect(actor.page.text).toContain('What is missing')
      expect(actor.page.text).not.toContain('Put it in force')
    },
  })
})

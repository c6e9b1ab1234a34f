import { expect, test } from 'vitest'
import { factsOf } from '#rules/scenario-files.ts'
import { countyOfTheScenarios, scenario } from './county-of-the-scenarios.ts'
import { enterPlacement, enterPupil } from './enter-placement.ts'
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

test('F-13 cannot be entered: a plan without its last day is not taken, and the pattern goes on being found', async () => {
  const facts = factsOf(scenario('F-13'))
  const [pupil, placement, plan] = [
    facts.pupils?.[0],
    facts.placements?.[0],
    facts.substantialPlans?.[0],
  ]
  const { h01 } = county.commissioners
  if (!pupil || !placement || !plan || !h01) throw new Error('F-13 is another case now')
  const forge = await county.provider('Forge Training F-13')
  const robin = await county.child('Robin F-13')
  await enterPupil(h01, robin, pupil)
  // What the provider lacks is found before the offer, so that the head's name covers it at the start too.
  await county.runJobs()
  const { id, actor } = await enterPlacement(county, robin, forge, placement)
  await expect(enterShortTermPlan(actor, id, plan, forge.manager)).rejects.toThrow('last day')
  await actor.page.visit(`/placements/${id}`)
  expect(actor.page.text).toContain('4 days a week at Forge Training F-13 is more than 3')
})

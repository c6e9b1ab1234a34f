import { expect, test } from 'vitest'
import { evaluate } from '#rules/engine.ts'
import { factsOf } from '#rules/scenario-files.ts'
import { countyOfTheScenarios, scenario } from './county-of-the-scenarios.ts'
import { enterPlacement } from './enter-placement.ts'
import { play } from './play.ts'

const county = await countyOfTheScenarios('2026-11-21')

test.each<[id: string, figure: string]>([
  ['G-15', 'again by 21 November 2026'],
  ['G-16', 'should have assessed Forge Training G-16 again by 20 November 2026'],
])('%s: an assessment on its day is due again in a year', async (id, figure) => {
  await play(county, id, { figure, visits: 'with assessments' })
})

// The cases have an assessment after the last visit. Here that is a visit itself, so it is left out.
test.each<[id: string, figure?: string]>([['X-12a'], ['X-12b', '20 July 2026']])(
  '%s: four months after a visit, and a day more',
  async (id, figure) => {
    await play(county, id, { figure, visits: 'alone' })
  },
)

test('H-36: a provider that is on a local list has not been assessed by that', async () => {
  await play(county, 'H-36', { parts: ['registration', 'lists'], figure: 'is on a local list' })
})

test('H-34: a report without one of its areas is said to lack it, and is not submitted', async () => {
  const facts = factsOf(scenario('H-34'))
  const { hbep } = county.commissioners
  const [placement] = facts.placements ?? []
  if (!hbep || !placement) throw new Error('H-34 is another case now')
  county.site.setToday('2026-11-21')
  const forge = await county.provider('Forge Training H-34')
  await county.runJobs()
  await enterPlacement(county, await county.child('Robin H-34'), forge, placement)
  const { page } = hbep
  await page.visit('/visits/plan')
  page.choose('Provider', forge.name).fillDate('plannedOn', '2026-11-21')
  await page.press('Plan the visit')
  const visit = page.url
  for (const [area, item] of [
    ['A', 'A. Books and other work'],
    ['B', 'B. Lesson observations'],
    ['C', 'C. Talks with pupils'],
  ]) {
    await page.visit(`${visit}/on-site`)
    await page.choose('What do you look at?', item).press('Keep this')
    await page.visit(`${visit}/areas/${area}`)
    await page
      .choose('Meets what we expect')
      .fill('How do you judge this area?', `Judgement of ${area}`)
      .press('Save the judgement')
  }
  await page.visit(`${visit}/submit`)
  const lacking = evaluate(facts).filter(({ rule }) => rule === 'QAV-02')
  expect(lacking.length).toBeGreaterThan(0)
  for (const { message } of lacking) expect(page.text).toContain(message)
  expect(page.buttons).not.toContain('Submit the report')
})

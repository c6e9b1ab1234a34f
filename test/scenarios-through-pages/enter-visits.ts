import type { Provider } from '#rules/facts.ts'
import { writeWholeVisit } from '#testing/visited.ts'
import { type ScenarioCounty, saved } from './county-of-the-scenarios.ts'
import type { ProviderEntered } from './enter-provider.ts'

/**
 * The visits of one commissioner, each on its own day. An annual assessment is a visit that is marked so: what a case
 * keeps apart is one record here.
 */
export async function enterVisits(
  county: ScenarioCounty,
  { name }: ProviderEntered,
  { assessments = [], visits = [] }: Provider,
  key = 'hbep',
) {
  const actor = county.commissioners[key]
  if (!actor) return
  const annual = new Set(assessments.filter(of(key)).map(({ date }) => date))
  const days = new Set([...annual, ...visits.filter(of(key)).map(({ date }) => date)])
  for (const day of [...days].sort()) {
    county.site.setToday(day)
    const { page } = actor
    await page.visit('/visits/plan')
    page.choose('Provider', name).fillDate('plannedOn', day)
    if (annual.has(day)) page.tick('This visit is our annual assessment of the provider')
    await page.press('Plan the visit')
    const visit = page.url
    await writeWholeVisit(page, visit)
    await page.visit(`${visit}/submit`)
    await saved(actor, 'Submit the report', 'To be moderated')
  }
}

const of =
  (key: string) =>
  ({ commissioner }: { readonly commissioner: string }) =>
    commissioner === key

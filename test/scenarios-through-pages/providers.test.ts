import { test } from 'vitest'
import { countyOfTheScenarios } from './county-of-the-scenarios.ts'
import type { Part } from './enter-provider.ts'
import { play } from './play.ts'

const county = await countyOfTheScenarios('2026-11-21')

// Each case on an edge has its twin just over it. The words are those of the working that must be read on the page.
test.each<[id: string, parts: Part[], figure?: string]>([
  ['G-01', ['registration', 'insurance'], '£4,999,999 of the £5,000,000'],
  ['G-02', ['registration', 'insurance'], 'employers’ liability of £5,000,000'],
  ['X-95a', ['insurance'], '£1,999,999.99 of the £2,000,000'],
  ['X-95c', ['insurance'], 'public liability of £2,000,000'],
  ['G-08a', ['insurance'], 'no professional indemnity'],
  ['G-09a', ['insurance'], 'expires today'],
  ['G-09b', ['insurance'], 'expired on 21 November 2026'],
  ['G-05', ['registration', 'insurance']],
  ['X-55', ['registration', 'insurance'], 'signed declaration'],
  ['G-13', ['people']],
  ['H-19', ['people'], 'no deputy'],
  ['H-21', ['people'], '1 of 9 people'],
  ['X-111a', ['people']],
  ['X-111b', ['people'], '1 of 3 people'],
  ['X-04', ['registration']],
  ['X-126a', ['registration', 'offer']],
  ['X-221', ['registration', 'offer'], '18.25 hours a week'],
  ['H-22', ['agreements'], 'does not bind the provider'],
  ['H-24a', ['audits']],
  ['H-24b', ['audits'], 'on 20 November 2025 is too old'],
])('%s: what is entered of the provider is what the rules say of it', async (id, parts, figure) => {
  await play(county, id, { parts, figure })
})

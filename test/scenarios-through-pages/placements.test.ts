import { test } from 'vitest'
import { countyOfTheScenarios } from './county-of-the-scenarios.ts'
import { play } from './play.ts'

const county = await countyOfTheScenarios('2026-11-21')

test.each<[id: string, figure?: string]>([
  ['F-01'],
  ['F-02', '18 hours 45 minutes a week'],
  ['F-03', '4 days a week'],
  ['F-06', '4 pupils have the substantial part'],
  ['F-07', '5 pupils have the substantial part'],
  ['F-09', 'The law asks for registration'],
  ['F-10'],
  ['F-19', '4 sessions a week'],
  ['F-20', '10 hours a week in total, and full time is 25 hours'],
  ['X-15'],
  ['X-16', '20 hours a week'],
  ['X-17'],
  ['X-53'],
  ['H-14'],
])(
  '%s: the week that is entered is the week that the rules judge',
  async (id, figure) => {
    await play(county, id, { figure })
  },
  60_000,
)

test('H-32: what is taught neither at school nor at the provider', async () => {
  await play(county, 'H-32', { figure: 'Science is taught neither at school nor at a provider' })
})

test.each<[id: string, figure?: string]>([
  ['X-228a'],
  ['X-228b', 'had not checked by the start the staff'],
])('%s: what a commissioner checked, and when', async (id, figure) => {
  await play(county, id, { parts: ['checks'], figure })
})

test.each<[id: string, figure?: string]>([
  ['X-227a'],
  ['X-227b'],
  ['X-227c', 'no agreement that was signed by the start'],
])('%s: an agreement that holds on the first day', async (id, figure) => {
  await play(county, id, { parts: ['agreements'], figure })
})

test('X-171: more than 18 hours where the curriculum is broad', async () => {
  await play(county, 'X-171', { parts: ['registration', 'offer'] })
})

test.each<[id: string, figure?: string]>([
  ['G-10', 'has seen 24 of the 25 documents'],
  ['G-11'],
  ['X-98', 'seen on 8 September 2026'],
  ['G-12', 'have nothing on substance misuse'],
  ['X-234'],
])(
  '%s: proof before the start, of a provider that has entered everything',
  async (id, figure) => {
    await play(county, id, { parts: 'everything', figure })
  },
  90_000,
)

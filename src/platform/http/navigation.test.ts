import { expect, test } from 'vitest'
import { newId, type OrganisationId } from '#domain/ids.ts'
import { navigationFor } from './navigation.ts'

const own = newId<OrganisationId>()
const coordinator = {
  role: 'coordinator',
  administrator: false,
  organisationKind: 'partnership',
  organisationId: own,
} as const
const quality = {
  ...coordinator,
  role: 'quality-assurance',
  organisationKind: 'authority',
} as const
const manager = { ...coordinator, role: 'provider-manager', organisationKind: 'provider' } as const

const places = (me: Parameters<typeof navigationFor>[0], path: string) =>
  navigationFor(me, path)
    .filter(({ active }) => active)
    .map(({ text }) => text)

test.each([
  [coordinator, '/', 'My work'],
  [coordinator, '/changes', 'My work'],
  [coordinator, '/cases/1', 'Referrals'],
  [coordinator, '/moves/1', 'Children'],
  [coordinator, '/attendance', 'Placements'],
  [coordinator, '/visit-planner', 'Providers'],
  [quality, '/visit-planner', 'Visit planner'],
  [coordinator, '/providers/own-words', 'Providers'],
  [manager, `/providers/${own}/evidence`, 'Our profile'],
  [manager, `/providers/${newId()}`, 'Providers'],
])('%#: one place of the navigation is where the page stands', (me, path, place) => {
  expect(places(me, path)).toEqual([place])
})

test('A page that belongs nowhere marks nothing', () => {
  expect(places(coordinator, '/account')).toEqual([])
})

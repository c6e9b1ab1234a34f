import { expect, test } from 'vitest'
import { areParameters } from './path-parameters.ts'
import { placesOf } from './places.ts'

const id = '0190f0a0-0000-7000-8000-000000000001'

test('A parameter is a uuid unless its name has a pattern of its own', () => {
  expect(areParameters({ child: id })).toBe(true)
  expect(areParameters({ child: 'RTE-06' })).toBe(false)
  expect(areParameters({ child: `${id}x` })).toBe(false)
  expect(areParameters({})).toBe(true)
})

test.each([
  ['rule', 'RTE-06', true],
  ['rule', 'rte-06', false],
  ['rule', `RTE-06\n`, false],
  ['rule', '../etc', false],
  ['parameter', 'P-FA-WEEK', true],
  ['parameter', 'P-', false],
  ['article', 'managed-moves', true],
  ['article', 'Managed moves', false],
  ['article', '-', false],
  ['article', 'a'.repeat(101), false],
])('%s %j is a parameter: %s', (name, value, fits) => {
  expect(areParameters({ [name]: value })).toBe(fits)
})

test('A card may be where somebody is sent on to after signing in', () => {
  const isPlace = placesOf([
    {
      path: '/rules/:rule',
      method: 'GET',
      permission: 'work.read',
      discloses: 'nothing personal',
      mount: () => undefined,
    },
  ])

  expect(isPlace('/rules/RTE-06')).toBe(true)
  expect(isPlace('/rules/nothing')).toBe(false)
})

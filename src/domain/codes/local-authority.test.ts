import { expect, test } from 'vitest'
import { isoDate } from '../dates.ts'
import {
  asLocalAuthority,
  authorityOfArea,
  authorityWithNumber,
  isInvented,
  localAuthorities,
} from './local-authority.ts'

test('England has 153 authorities, each with its own number, word, name and area', () => {
  const england = localAuthorities
    .on(isoDate('2026-11-18'))
    .filter(one => one.number && !isInvented(one.key))

  expect(england).toHaveLength(153)
  for (const of of [
    england.map(one => one.number),
    england.map(one => one.key),
    england.flatMap(one => one.areas),
  ])
    expect(new Set(of).size).toBe(of.length)
  for (const one of england) expect(one.key).toMatch(/^[a-z]+(-[a-z]+)*$/)
  for (const area of england.flatMap(one => one.areas))
    expect(area).toMatch(/^E(06|08|09|10)0000\d\d$/)
})

test('The words that the rules read are there', () => {
  for (const key of [
    'leicestershire',
    'leicester-city',
    'rutland',
    'nottinghamshire',
    'birmingham',
  ])
    expect(localAuthorities.has(key)).toBe(true)
  expect(authorityWithNumber('856')?.key).toBe('leicester-city')
  expect(authorityOfArea('E06000057')?.key).toBe('northumberland')
  expect(authorityOfArea('E10000018')?.key).toBe('leicestershire')
})

test('An abolished authority keeps its name and is offered no more', () => {
  expect(localAuthorities.nameOf('northamptonshire')).toBe('Northamptonshire')
  expect(localAuthorities.on(isoDate('2021-03-31')).map(one => one.key)).toContain(
    'northamptonshire',
  )
  expect(localAuthorities.on(isoDate('2021-04-01')).map(one => one.key)).not.toContain(
    'northamptonshire',
  )
})

test.each([
  ['855', 'leicestershire'],
  ['Leicestershire', 'leicestershire'],
  ['Leicestershire County Council', 'leicestershire'],
  ['leicester', 'leicester-city'],
  ['Leicester City Council', 'leicester-city'],
  ['Rutland', 'rutland'],
  ['LB Barnet', 'barnet'],
  ['London Borough of Barnet', 'barnet'],
  ['City of London', 'city-of-london'],
  ['Bath & North East Somerset', 'bath-and-north-east-somerset'],
  ['Fennshire', 'fennshire'],
])('%s means %s', (typed, key) => {
  expect(asLocalAuthority(typed)?.key).toBe(key)
})

test('What is no authority is none', () => {
  expect(['', 'Atlantis', '000', 'council'].map(asLocalAuthority)).toEqual(Array(4).fill(undefined))
})

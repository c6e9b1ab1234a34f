import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isoDate } from '../dates.ts'
import { decisionCodes, services } from './decision-code.ts'
import { establishmentStatuses, establishmentTypes } from './establishment-type.ts'
import { ethnicities } from './ethnicity.ts'
import { fairAccessCategories } from './fair-access-category.ts'
import { rollStatuses } from './roll-status.ts'
import { sendNeeds } from './send-need.ts'
import { sendProvisions } from './send-provision.ts'
import { asSex, sexes } from './sex.ts'
import { suspensionKinds, suspensionReasons } from './suspension.ts'
import { yearGroups } from './year-groups.ts'

const today = isoDate('2026-11-18')
const keysOn = (list: { on: (day: typeof today) => { key: string }[] }, day = today) =>
  list.on(day).map(entry => entry.key)

const lists = {
  decisionCodes,
  services,
  establishmentStatuses,
  establishmentTypes,
  ethnicities,
  fairAccessCategories,
  rollStatuses,
  sendNeeds,
  sendProvisions,
  sexes,
  suspensionKinds,
  suspensionReasons,
  yearGroups,
}

test.each(Object.entries(lists))(
  'Every entry of %s has its own key and its own name',
  (_, list) => {
    expect(new Set(list.keys).size).toBe(list.keys.length)
    expect(new Set(list.all.map(entry => entry.name)).size).toBe(list.keys.length)
  },
)

test('A retired code keeps its name and is offered no more', () => {
  expect(suspensionReasons.nameOf('OT')).toBe('Other')
  expect(keysOn(suspensionReasons)).not.toContain('OT')
  expect(keysOn(suspensionReasons, isoDate('2020-08-31'))).toContain('OT')
  expect(keysOn(suspensionReasons, isoDate('2020-08-31'))).not.toContain('PH')
  expect(keysOn(suspensionReasons, isoDate('2020-09-01'))).toContain('PH')
  expect(keysOn(suspensionKinds)).toEqual(['SUSP', 'LNCH', 'PERM'])
  expect(keysOn(sendProvisions)).toEqual(['N', 'K', 'E'])
})

test('A key from outside is known or not', () => {
  expect(sendNeeds.has('SEMH')).toBe(true)
  expect(sendNeeds.has('toString')).toBe(false)
  expect(sendNeeds.find('__proto__')).toBeUndefined()
})

test('The Fair Access categories run from (a) to (m), in the words that the facts schema knows', () => {
  const schema = readFileSync('src/rules/facts.schema.json', 'utf8')
  const known = /Admissions Code 2021 para 3\.17 \(a\) to \(m\)\. Known values: ([a-z, -]+)\./.exec(
    schema,
  )

  expect(fairAccessCategories.keys).toEqual(known?.[1]?.split(', '))
  expect(fairAccessCategories.all.map(entry => entry.letter).join('')).toBe('abcdefghijklm')
  expect(keysOn(fairAccessCategories, isoDate('2021-08-31'))).toEqual([])
})

test('SEN provision and roll status carry the words of the facts', () => {
  expect(sendProvisions.all.map(entry => entry.word)).toContain('ehcp')
  expect(rollStatuses.find('M')?.registration).toBe('main')
})

test('Sex is read as people write it', () => {
  expect(['f', 'Female', 'GIRL', ' m ', 'Boy', 'Not known', 'x'].map(asSex)).toEqual([
    'F',
    'F',
    'F',
    'M',
    'M',
    'U',
    undefined,
  ])
})

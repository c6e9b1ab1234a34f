import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isOpenSchool, isSecondarySchool, readGias } from '#domain/gias.ts'
import { isGiasColumn } from '#domain/gias-columns.ts'
import { extractLimits } from '#platform/spreadsheet/limits.ts'
import { readTable } from '#platform/spreadsheet/read-table.ts'
import { giasSample } from '../seeds/reference/make-gias-sample.ts'

const file = readFileSync('seeds/reference/gias-sample.csv')

test('The sample of the national register reads without a problem or a doubt', async () => {
  const table = await readTable(file, 'gias-sample.csv', {
    limits: extractLimits,
    keep: isGiasColumn,
  })
  const { schools, ...rest } = readGias(table)

  expect(rest).toEqual({ problems: [], doubts: [], missingColumns: [] })
  expect(schools.filter(isOpenSchool).filter(isSecondarySchool)).toHaveLength(46)
  expect(schools).toHaveLength(53)
  expect(schools.map(school => school.name)).toContain('St Zoë’s Catholic Academy')
  expect(new Set(schools.map(school => school.postcode)).size).toBe(53)
  expect(new Set(schools.map(school => school.establishmentNumber)).size).toBe(53)
})

test('It is in Windows-1252, and is what its script makes', () => {
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(file)).toThrow()
  expect(giasSample().equals(file)).toBe(true)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  byDistrictWherePossible,
  isDirectoryColumn,
  readPostcodeDirectory,
} from '#domain/postcode-authority.ts'
import { extractLimits } from '#platform/spreadsheet/limits.ts'
import { readTable } from '#platform/spreadsheet/read-table.ts'

test('The invented postcodes of the demonstration find their invented authorities', async () => {
  const file = readFileSync('seeds/reference/postcode-areas.csv')
  const table = await readTable(file, 'postcode-areas.csv', {
    limits: extractLimits,
    keep: isDirectoryColumn,
  })
  const { postcodes, ...rest } = readPostcodeDirectory(table)
  const rows = byDistrictWherePossible(postcodes)
  const authorityOf = (key: string) => rows.find(row => row.postcode === key)?.authority

  expect(rest).toEqual({ problems: [], missingColumns: [] })
  expect(postcodes.every(one => one.postcode.startsWith('ZZ'))).toBe(true)
  expect(['ZZ2', 'ZZ7', 'ZZ8', 'ZZ6'].map(authorityOf)).toEqual([
    'fennshire',
    'wold-city',
    'marchland',
    undefined,
  ])
  expect(authorityOf('ZZ6 0JA')).toBe('wold-city')
  expect(authorityOf('ZZ6 0AA')).toBe('fennshire')
})

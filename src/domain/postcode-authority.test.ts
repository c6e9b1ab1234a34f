import { expect, test } from 'vitest'
import { countyOfDistrict } from './codes/county-of-district.ts'
import { asPostcode } from './postcode.ts'
import {
  byDistrictWherePossible,
  isDirectoryColumn,
  lookupKeys,
  readPostcodeDirectory,
} from './postcode-authority.ts'

const tableOf = (...rows: Record<string, string>[]) => ({
  sheet: 'ONSPD.csv',
  headers: Object.keys(rows[0] ?? {}),
  rows: rows.map((cells, index) => ({ number: index + 2, cells })),
})
const authorities = (...rows: Record<string, string>[]) =>
  readPostcodeDirectory(tableOf(...rows)).postcodes.map(one => one.authority)

test('The layouts of every year are read', () => {
  expect(
    authorities({
      pcd: 'CA8 7JG',
      pcds: 'CA8 7JG',
      doterm: '',
      oscty: 'E99999999',
      oslaua: 'E06000057',
    }),
  ).toEqual(['northumberland'])
  expect(authorities({ pcds: 'LE1 1AA', cty: 'E99999999', laua: 'E06000016' })).toEqual([
    'leicester-city',
  ])
  expect(
    authorities({
      PCD7: 'LE171AA',
      PCDS: 'LE17 1AA',
      DOTERM: '',
      LAD25CD: 'E07000131',
      CTY25CD: 'E10000018',
    }),
  ).toEqual(['leicestershire'])
})

test('A district without its county column still finds its county', () => {
  expect(authorities({ PCDS: 'LE17 1AA', LAD25CD: 'E07000131' })).toEqual(['leicestershire'])
  expect(
    ['E07000129', 'E07000135', 'E07000136', 'E06000016', 'E07000999'].map(countyOfDistrict),
  ).toEqual(['E10000018', 'E10000018', 'E10000019', undefined, undefined])
})

test('A withdrawn postcode is known as such', () => {
  const row = { pcds: 'LE1 1AA', doterm: '201106', oslaua: 'E06000016' }
  expect(readPostcodeDirectory(tableOf(row)).postcodes[0]?.inUse).toBe(false)
})

test('What is no postcode or no known area is named, and what is not in England is passed over', () => {
  const { postcodes, problems } = readPostcodeDirectory(
    tableOf(
      { pcds: 'nowhere', oslaua: 'E06000016' },
      { pcds: 'LE1 1AA', oslaua: 'E06000999' },
      { pcds: 'CF10 1AA', oslaua: 'W06000015' },
    ),
  )
  expect(postcodes).toEqual([])
  expect(problems).toEqual([
    { row: 2, problem: '“nowhere” is not a postcode' },
    { row: 3, problem: 'No authority is known for the area “E06000999”' },
  ])
})

test('A file that is no directory is told what it lacks', () => {
  expect(readPostcodeDirectory(tableOf({ Name: 'x' })).missingColumns).toEqual(['pcds', 'oslaua'])
  expect(['pcds', 'LAD25CD', 'doterm', 'lat'].map(isDirectoryColumn)).toEqual([
    true,
    true,
    true,
    false,
  ])
})

test('A postcode district that lies in one authority is said once', () => {
  const one = (postcode: string, authority: string, inUse = true) => ({
    postcode,
    authority,
    inUse,
  })
  expect(
    byDistrictWherePossible([
      one('ZZ1 1AA', 'fennshire'),
      one('ZZ1 1AB', 'fennshire'),
      one('ZZ6 1AA', 'fennshire'),
      one('ZZ6 1AB', 'wold-city'),
      one('ZZ7 1AA', 'wold-city', false),
    ]).map(row => row.postcode),
  ).toEqual(['ZZ1', 'ZZ6 1AA', 'ZZ6 1AB', 'ZZ7 1AA'])
  const postcode = asPostcode('zz6 1ab')
  expect(postcode && lookupKeys(postcode)).toEqual(['ZZ6 1AB', 'ZZ6'])
})

import { expect, test } from 'vitest'
import { isOpenSchool, isSecondarySchool, readGias } from './gias.ts'
import { isGiasColumn } from './gias-columns.ts'

const school = {
  URN: '900001',
  'LA (code)': '999',
  EstablishmentNumber: '4001',
  EstablishmentName: 'St Zoë’s',
  'TypeOfEstablishment (code)': '02',
  'EstablishmentStatus (code)': '1',
  'PhaseOfEducation (name)': 'Secondary',
  StatutoryLowAge: '11',
  StatutoryHighAge: '16',
  OpenDate: '01-09-2012',
  Postcode: 'ZZ1 1AA',
  HeadFirstName: 'Ada',
}
const tableOf = (...rows: Record<string, string>[]) => ({
  sheet: 'edubase.csv',
  headers: [...new Set(rows.flatMap(Object.keys))],
  rows: rows.map((cells, index) => ({ number: index + 2, cells })),
})

test('A school is read by its headings', () => {
  const { schools, problems, doubts } = readGias(tableOf({ ...school, 'New column': 'x' }))

  expect([problems, doubts]).toEqual([[], []])
  expect(schools[0]).toMatchObject({
    row: 2,
    urn: '900001',
    authorityNumber: '999',
    establishmentNumber: '4001',
    name: 'St Zoë’s',
    typeCode: '02',
    lowAge: 11,
    highAge: 16,
    openDate: '2012-09-01',
    closeDate: undefined,
    postcode: 'ZZ1 1AA',
    website: '',
    head: { forename: 'Ada' },
  })
})

test('Headings may differ in case and spacing, and codes may have lost their noughts in Excel', () => {
  const { 'LA (code)': authority, 'TypeOfEstablishment (code)': _, ...rest } = school
  const { schools } = readGias(
    tableOf({
      ...rest,
      'la(Code)': authority,
      'typeofestablishment (CODE)': '2',
      EstablishmentNumber: '1',
    }),
  )
  expect(schools[0]).toMatchObject({
    authorityNumber: '999',
    typeCode: '02',
    establishmentNumber: '0001',
  })
})

test('A file without the needed columns is told which', () => {
  const { URN: _, 'LA (code)': __, ...rest } = school
  expect(readGias(tableOf(rest)).missingColumns).toEqual(['URN', 'LA (code)'])
})

test.each([
  [{ URN: '12' }, 'The URN must be 6 numbers, and is “12”'],
  [{ URN: '900001' }, 'URN 900001 is in row 2 already'],
  [{ URN: '900002', EstablishmentName: '' }, 'URN 900002 has no name'],
  [{ URN: '900002', 'LA (code)': '' }, 'URN 900002 has no authority number'],
])('A row with %j is no school', (change, problem) => {
  const { schools, problems } = readGias(tableOf(school, { ...school, ...change }))
  expect(schools).toHaveLength(1)
  expect(problems).toEqual([{ row: 3, problem }])
})

test('A value that cannot be read is left out and named', () => {
  const { schools, doubts } = readGias(
    tableOf({ ...school, Postcode: 'nowhere', CloseDate: '31-02-2020', StatutoryLowAge: 'eleven' }),
  )
  expect(schools[0]).toMatchObject({ postcode: undefined, closeDate: undefined, lowAge: undefined })
  expect(doubts.map(doubt => doubt.column)).toEqual(['lowAge', 'postcode', 'closeDate'])
  expect(doubts[1]?.problem).toBe('“nowhere” is not a postcode. It is left out')
})

test('What counts as open and secondary', () => {
  expect(['1', '2', '3', '4'].map(statusCode => isOpenSchool({ statusCode }))).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect(
    ['Secondary', 'All-through', 'Primary', '16 plus'].map(phase => isSecondarySchool({ phase })),
  ).toEqual([true, true, false, false])
})

test('Only the columns we read need be kept', () => {
  expect(['URN', 'la (code)', 'OfstedLastInsp'].map(isGiasColumn)).toEqual([true, true, false])
})

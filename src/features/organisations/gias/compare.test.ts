import { expect, test } from 'vitest'
import { isoDate } from '#domain/dates.ts'
import type { Urn } from '#domain/urn.ts'
import { compare, type KnownSchool, type RegisterRow, type Sides } from './compare.ts'
import { registeredValues } from './registered-values.ts'
import { kindOfSchool } from './school-kind.ts'

const row = (change: Partial<RegisterRow> = {}): RegisterRow => ({
  row: 2,
  urn: '990001' as Urn,
  authorityNumber: '999',
  establishmentNumber: '4001',
  name: 'Invented School',
  typeCode: '01',
  typeName: 'Community school',
  statusCode: '1',
  phase: 'Secondary',
  lowAge: 11,
  highAge: 16,
  gender: 'Mixed',
  ukprn: undefined,
  street: '1 Imaginary Road',
  locality: '',
  town: 'Nowhere',
  county: '',
  postcode: 'ZZ1 1AA',
  telephone: '01632960001',
  website: '',
  district: '',
  trustName: '',
  openDate: isoDate('2000-09-01'),
  closeDate: undefined,
  ...change,
})
const known = (of: RegisterRow, change: Partial<KnownSchool> = {}): KnownSchool => ({
  id: of.urn,
  urn: of.urn,
  previousUrns: [],
  closedOn: null,
  partnership: null,
  values: registeredValues(of),
  ...change,
})
const sides = (change: Partial<Sides>): Sides => ({
  known: [],
  rows: [],
  choice: { authorities: ['999'], kinds: ['secondary'] },
  absent: [],
  fileOn: isoDate('2026-11-01'),
  ...change,
})

test('A school that is known and the same is unchanged, and never new as well', () => {
  expect(compare(sides({ known: [known(row())], rows: [row()] }))).toMatchObject({
    added: [],
    changed: [],
    unchanged: 1,
  })
})

test('Schools of other authorities or kinds are not added, but are compared once they are here', () => {
  const elsewhere = row({ urn: '990002' as Urn, authorityNumber: '998' })
  const primary = row({ urn: '990003' as Urn, phase: 'Primary' })
  expect(compare(sides({ rows: [elsewhere, primary] })).added).toEqual([])

  const found = compare(
    sides({ known: [known(elsewhere)], rows: [{ ...elsewhere, town: 'Somewhere' }] }),
  )
  expect(found.changed).toMatchObject([
    { fields: [{ field: 'town', before: 'Nowhere', after: 'Somewhere' }] },
  ])
})

test('A column that the file lacks changes nothing', () => {
  const found = compare(
    sides({ known: [known(row())], rows: [row({ telephone: '' })], absent: ['telephone'] }),
  )

  expect(found.unchanged).toBe(1)
})

test('A school that closed has its last day from the file, else the day of the file', () => {
  const closing = (closeDate?: string) =>
    compare(
      sides({
        known: [known(row())],
        rows: [row({ statusCode: '2', closeDate: closeDate ? isoDate(closeDate) : undefined })],
      }),
    ).closed[0]?.fields

  expect(closing('2026-08-31')).toEqual([{ field: 'closed_on', before: null, after: '2026-08-31' }])
  expect(closing()).toEqual([{ field: 'closed_on', before: null, after: '2026-11-01' }])
})

test('A closed school without a day of closing is not closed anew by every file', () => {
  const closed = known(row(), { closedOn: isoDate('2026-09-15') })

  expect(compare(sides({ known: [closed], rows: [row({ statusCode: '2' })] })).unchanged).toBe(1)
})

test('A school that is open again loses its last day', () => {
  const closed = known(row(), { closedOn: isoDate('2026-09-15') })

  expect(compare(sides({ known: [closed], rows: [row()] })).changed).toMatchObject([
    { fields: [{ field: 'closed_on', before: '2026-09-15', after: null }] },
  ])
})

test('Only a school that opened about when the other closed, under its number, is taken for its successor', () => {
  const old = row({ statusCode: '2', closeDate: isoDate('2026-08-31') })
  const opening = (openDate: string, establishmentNumber = '4001') =>
    compare(
      sides({
        known: [known(row())],
        rows: [
          old,
          row({ urn: '990009' as Urn, establishmentNumber, openDate: isoDate(openDate) }),
        ],
      }),
    )

  expect(opening('2026-09-01')).toMatchObject({
    converted: [{ urn: '990009' }],
    added: [],
    closed: [],
  })
  for (const other of [opening('2027-01-01'), opening('2026-09-01', '4002')])
    expect(other).toMatchObject({
      converted: [],
      closed: [{ urn: '990001' }],
      added: [{ urn: '990009' }],
    })
})

test('Proposed schools are counted and not added; closed ones that we never had are passed over', () => {
  const found = compare(
    sides({
      rows: [row({ statusCode: '4' }), row({ urn: '990002' as Urn, statusCode: '2' })],
    }),
  )

  expect(found).toMatchObject({ added: [], notYetOpen: 1 })
})

test('What is open here and not in the file is said, and left alone', () => {
  const gone = known(row(), { closedOn: isoDate('2020-08-31') })

  expect(compare(sides({ known: [known(row())] })).missing).toHaveLength(1)
  expect(compare(sides({ known: [gone] })).missing).toHaveLength(0)
})

test('Kinds of school are told by type where the register gives no phase', () => {
  const kind = (typeCode: string, phase: string) => kindOfSchool({ typeCode, phase })

  expect([
    kind('34', 'Secondary'),
    kind('01', 'All-through'),
    kind('07', 'Not applicable'),
    kind('14', 'Not applicable'),
    kind('42', 'Not applicable'),
    kind('11', 'Not applicable'),
    kind('18', '16 plus'),
    kind('01', 'Primary'),
    kind('26', 'Not applicable'),
  ]).toEqual([
    'secondary',
    'secondary',
    'special',
    'alternative',
    'alternative',
    'independent',
    'sixteen',
    'primary',
    'other',
  ])
})

import fc from 'fast-check'
import schema from '../facts.schema.json' with { type: 'json' }
import type { Facts } from '../facts.ts'

type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly description?: string
}

/** Few ids, so that records find each other; days around the ones on which rules turn, and the ends of the calendar. */
const ids = ['a', 'b', 'c', 'leicestershire', 'leicester-city']
const days = [
  '0000-01-01',
  '2024-02-29',
  '2026-03-31',
  '2026-04-01',
  '2026-07-25',
  '2026-07-26',
  '2026-09-02',
  '2026-10-24',
  '2026-11-20',
  '2026-11-21',
  '2026-11-23',
  '2027-03-28',
  '2027-07-16',
  '2027-08-31',
  '9999-12-31',
]
const named: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  id: fc.constantFrom(...ids),
  date: fc.constantFrom(...days),
  moment: fc.oneof(
    fc.constantFrom(...days),
    fc.constantFrom(...days).map(day => `${day}T23:30:00Z`),
    fc.constantFrom(...days).map(day => `${day}T00:30:00.5+01:00`),
  ),
  clock: fc.constantFrom('00:00', '09:00', '12:00', '13:00', '15:30', '23:59'),
  yearLabel: fc.constantFrom('2025-26', '2026-27', '2027-28'),
  pence: fc.constantFrom(0, 1, 599_999, 600_000, 600_001, 650_000, 2_550_000, 500_000_000, 2 ** 40),
}

/** A world that fits the schema, with anything in it that may be. */
export const randomFacts: fc.Arbitrary<Facts> = (arbitraryOf(schema) as fc.Arbitrary<Facts>).map(
  facts => ({ ...facts, authority: 'leicestershire' }),
)

function arbitraryOf(of: Schema): fc.Arbitrary<unknown> {
  if (of.$ref) return named[of.$ref.split('/').at(-1) ?? ''] ?? fc.constant('a')
  if (of.enum) return fc.constantFrom(...of.enum)
  if (of.type === 'object') return objectOf(of)
  if (of.type === 'array') return listOf(of.items ?? {}, of.minItems ?? 0)
  if (of.type === 'boolean') return fc.boolean()
  if (of.type === 'integer') return fc.integer({ min: of.minimum ?? -1, max: of.maximum ?? 30 })
  if (of.type === 'number')
    return fc.constantFrom(0, 0.1, 4.5, 18, 18.0001, 25).filter(n => n <= (of.maximum ?? 100))
  return textOf(of)
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields: Record<string, fc.Arbitrary<unknown>> = {}
  for (const [name, field] of Object.entries(properties)) fields[name] = arbitraryOf(field)
  if (Object.keys(fields).length === 0)
    return fc.dictionary(fc.constantFrom('1', '2', '15'), fc.constantFrom('', ' ', 'Yes'), {
      noNullPrototype: true,
    })
  return fc.record<Record<string, unknown>, string>(fields, {
    requiredKeys: [...required],
    noNullPrototype: true,
  })
}

/** Records of one list have ids of their own, and a year has one answer. */
function listOf(items: Schema, minLength: number): fc.Arbitrary<unknown> {
  const item = arbitraryOf(items)
  const limits = { minLength, maxLength: 3 }
  const key = ['id', 'financialYear', 'schoolYear'].find(name => items.properties?.[name])
  if (key === undefined) return fc.array(item, limits)
  const selector = (record: unknown) => (record as Readonly<Record<string, unknown>>)[key]
  return fc.uniqueArray(item, { ...limits, selector })
}

/** The words that the schema names, and one that it does not. */
function textOf({ pattern, description = '' }: Schema): fc.Arbitrary<unknown> {
  const words = /Known values: ([^.]*)\./.exec(description)?.[1]?.split(', ')
  if (words) return fc.constantFrom(...words, 'something-else')
  if (pattern?.startsWith('^DOC')) return fc.constantFrom('DOC-01', 'DOC-08', 'DOC-13', 'DOC-25')
  if (pattern?.startsWith('^(0[1-9]|1[0-2])')) return fc.constantFrom('09-01', '08-24', '02-29')
  if (pattern?.startsWith('^[A-Z#')) return fc.constantFrom('B', 'C', 'G', 'K', 'N', 'O', 'W', '#')
  return fc.constantFrom('Some words', 'x')
}

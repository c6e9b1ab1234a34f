import { establishmentTypes } from '#domain/codes/establishment-type.ts'
import type { GiasSchool } from '#domain/gias.ts'
import type { GiasColumn } from '#domain/gias-columns.ts'
import { isMaintained } from './school-kind.ts'

type Value = string | number | boolean | null

/** A value that the register keeps: where it comes from, how it is called, and where we store it. */
interface RegisteredField {
  readonly column: GiasColumn
  readonly label: string
  readonly of: (school: Omit<GiasSchool, 'head'>) => Value
  readonly stored: 'organisation' | 'school'
}

const orNull = (text: string) => (text === '' ? null : text)

export const registeredFields = {
  name: { column: 'name', label: 'Name', of: school => school.name, stored: 'organisation' },
  street: {
    column: 'street',
    label: 'Street',
    of: one => orNull(one.street),
    stored: 'organisation',
  },
  town: { column: 'town', label: 'Town', of: one => orNull(one.town), stored: 'organisation' },
  postcode: {
    column: 'postcode',
    label: 'Postcode',
    of: one => one.postcode ?? null,
    stored: 'organisation',
  },
  telephone: {
    column: 'telephone',
    label: 'Telephone',
    of: one => orNull(one.telephone),
    stored: 'organisation',
  },
  authority_number: {
    column: 'authorityNumber',
    label: 'Authority number',
    of: one => one.authorityNumber,
    stored: 'school',
  },
  establishment_number: {
    column: 'establishmentNumber',
    label: 'School number',
    of: one => one.establishmentNumber ?? null,
    stored: 'school',
  },
  ukprn: { column: 'ukprn', label: 'UKPRN', of: one => one.ukprn ?? null, stored: 'school' },
  type_code: { column: 'typeCode', label: 'Type code', of: one => one.typeCode, stored: 'school' },
  type_name: {
    column: 'typeCode',
    label: 'Type',
    of: one => orNull(one.typeName) ?? establishmentTypes.find(one.typeCode)?.name ?? null,
    stored: 'school',
  },
  maintained: { column: 'typeCode', label: 'Maintained', of: isMaintained, stored: 'school' },
  phase: { column: 'phase', label: 'Phase', of: one => orNull(one.phase), stored: 'school' },
  statutory_low_age: {
    column: 'lowAge',
    label: 'Lowest age',
    of: one => one.lowAge ?? null,
    stored: 'school',
  },
  statutory_high_age: {
    column: 'highAge',
    label: 'Highest age',
    of: one => one.highAge ?? null,
    stored: 'school',
  },
  gender: { column: 'gender', label: 'Admits', of: one => orNull(one.gender), stored: 'school' },
  locality: {
    column: 'locality',
    label: 'Locality',
    of: one => orNull(one.locality),
    stored: 'school',
  },
  county: { column: 'county', label: 'County', of: one => orNull(one.county), stored: 'school' },
  district: {
    column: 'district',
    label: 'District',
    of: one => orNull(one.district),
    stored: 'school',
  },
  trust_name: {
    column: 'trustName',
    label: 'Trust',
    of: one => orNull(one.trustName),
    stored: 'school',
  },
  website: {
    column: 'website',
    label: 'Website',
    of: one => orNull(one.website),
    stored: 'school',
  },
  opened_on: {
    column: 'openDate',
    label: 'Opened',
    of: one => one.openDate ?? null,
    stored: 'school',
  },
} as const satisfies Record<string, RegisteredField>
export type RegisteredName = keyof typeof registeredFields
export type RegisteredValues = Readonly<Record<RegisteredName, Value>>

export const registeredNames = Object.keys(registeredFields) as RegisteredName[]

/** What the register says of a school, as we store it. */
export const registeredValues = (school: Omit<GiasSchool, 'head'>): RegisteredValues =>
  Object.fromEntries(
    registeredNames.map(name => [name, registeredFields[name].of(school)]),
  ) as RegisteredValues

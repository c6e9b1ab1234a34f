// What we read of the register's 150 columns. Columns come and go from year to year: only those marked are needed.
const columns = {
  urn: 'URN',
  authorityNumber: 'LA (code)',
  establishmentNumber: 'EstablishmentNumber',
  name: 'EstablishmentName',
  typeCode: 'TypeOfEstablishment (code)',
  typeName: 'TypeOfEstablishment (name)',
  statusCode: 'EstablishmentStatus (code)',
  phase: 'PhaseOfEducation (name)',
  lowAge: 'StatutoryLowAge',
  highAge: 'StatutoryHighAge',
  gender: 'Gender (name)',
  ukprn: 'UKPRN',
  street: 'Street',
  locality: 'Locality',
  town: 'Town',
  county: 'County (name)',
  postcode: 'Postcode',
  telephone: 'TelephoneNum',
  website: 'SchoolWebsite',
  district: 'DistrictAdministrative (name)',
  trustName: 'Trusts (name)',
  openDate: 'OpenDate',
  closeDate: 'CloseDate',
  headTitle: 'HeadTitle (name)',
  headForename: 'HeadFirstName',
  headSurname: 'HeadLastName',
} as const
type Column = keyof typeof columns
const needed = ['urn', 'authorityNumber', 'name', 'typeCode', 'statusCode'] as const

export type GiasValues = Readonly<Record<Column, string>>

/** What a file does not say at all, as against what it leaves empty. */
export const giasValuesAbsent = (headers: readonly string[]): Column[] => {
  const present = new Set(headers.map(plain))
  return (Object.keys(columns) as Column[]).filter(column => !present.has(plain(columns[column])))
}
export type GiasColumn = Column

/** Whether the heading is one that we read: the others need not be kept in memory. */
export const isGiasColumn = (heading: string): boolean => known.has(plain(heading))

/** How to find each value in a row of this file, and which needed columns the file lacks. */
export function asGiasValues(headers: readonly string[]) {
  const headingOf = new Map(headers.map(header => [plain(header), header]))
  const places = (Object.keys(columns) as Column[]).map(
    column => [column, headingOf.get(plain(columns[column]))] as const,
  )
  return {
    missing: needed
      .map(column => columns[column])
      .filter(heading => !headingOf.has(plain(heading))),
    valuesOf: (cells: Readonly<Record<string, string>>) =>
      Object.fromEntries(
        places.map(([column, heading]) => [column, heading ? (cells[heading] ?? '') : '']),
      ) as GiasValues,
  }
}

const plain = (heading: string) => heading.toLowerCase().replace(/[^a-z0-9]/g, '')
const known = new Set(Object.values(columns).map(plain))

import type { IsoDate } from './dates.ts'
import { asGiasValues, type GiasValues } from './gias-columns.ts'
import { asPostcode } from './postcode.ts'
import type { RowProblem, Table, TableRow } from './table.ts'
import { asDay } from './typed-day.ts'
import { asUkprn, asUrn, type Urn } from './urn.ts'

/** A school as the national register (Get Information about Schools) publishes it. */
export interface GiasSchool {
  readonly row: number
  readonly urn: Urn
  readonly authorityNumber: string
  /** Absent in independent schools and some others. */
  readonly establishmentNumber: string | undefined
  readonly name: string
  /** Two digits, as in `establishmentTypes`. */
  readonly typeCode: string
  readonly typeName: string
  /** As in `establishmentStatuses`. */
  readonly statusCode: string
  readonly phase: string
  readonly lowAge: number | undefined
  readonly highAge: number | undefined
  readonly gender: string
  readonly ukprn: string | undefined
  readonly street: string
  readonly locality: string
  readonly town: string
  readonly county: string
  readonly postcode: string | undefined
  readonly telephone: string
  readonly website: string
  readonly district: string
  readonly trustName: string
  readonly openDate: IsoDate | undefined
  readonly closeDate: IsoDate | undefined
  /** For the invitation of a first administrator. Never stored with the school. */
  readonly head: { readonly title: string; readonly forename: string; readonly surname: string }
}

export interface GiasReading {
  readonly schools: readonly GiasSchool[]
  /** Rows that are no school: nothing may be imported while there are any. */
  readonly problems: readonly RowProblem[]
  /** Single values that were left out. The register is never free of them. */
  readonly doubts: readonly RowProblem[]
  /** Columns without which no school can be read. */
  readonly missingColumns: readonly string[]
}

/** Reads the register's all-establishments file by its headings, whatever their order and whatever else there is. */
export function readGias(table: Table): GiasReading {
  const { valuesOf, missing } = asGiasValues(table.headers)
  const [schools, problems, doubts]: [GiasSchool[], RowProblem[], RowProblem[]] = [[], [], []]
  if (missing.length > 0) return { schools, problems, doubts, missingColumns: missing }
  const rowOfUrn = new Map<Urn, number>()
  for (const row of table.rows) {
    const values = valuesOf(row.cells)
    const problem = whyNoSchool(values, rowOfUrn)
    const urn = asUrn(values.urn)
    if (problem || !urn) {
      problems.push({ row: row.number, problem: problem ?? 'The URN cannot be read' })
      continue
    }
    rowOfUrn.set(urn, row.number)
    schools.push(schoolIn(row, urn, values, doubts))
  }
  return { schools, problems, doubts, missingColumns: [] }
}

/** The register’s word for a school that has children of secondary age on its roll. */
export const isSecondarySchool = ({ phase }: Pick<GiasSchool, 'phase'>): boolean =>
  ['secondary', 'middle deemed secondary', 'all-through'].includes(phase.toLowerCase())

export const isOpenSchool = ({ statusCode }: Pick<GiasSchool, 'statusCode'>): boolean =>
  statusCode === '1' || statusCode === '3'

function whyNoSchool(values: GiasValues, rowOfUrn: ReadonlyMap<Urn, number>): string | undefined {
  const urn = asUrn(values.urn)
  if (!urn) return `The URN must be 6 numbers, and is “${values.urn}”`
  if (rowOfUrn.has(urn)) return `URN ${urn} is in row ${rowOfUrn.get(urn)} already`
  if (values.name === '') return `URN ${urn} has no name`
  if (!/^\d{1,3}$/.test(values.authorityNumber)) return `URN ${urn} has no authority number`
  return undefined
}

function schoolIn(row: TableRow, urn: Urn, values: GiasValues, doubts: RowProblem[]): GiasSchool {
  const read = <T>(
    column: keyof GiasValues,
    as: (typed: string) => T | undefined,
    what: string,
  ) => {
    const value = values[column] === '' ? undefined : as(values[column])
    if (values[column] !== '' && value === undefined)
      doubts.push({
        row: row.number,
        column,
        problem: `“${values[column]}” is not ${what}. It is left out`,
      })
    return value
  }
  const { headTitle, headForename, headSurname, ...rest } = values
  return {
    ...rest,
    row: row.number,
    urn,
    authorityNumber: values.authorityNumber.padStart(3, '0'),
    establishmentNumber: read('establishmentNumber', fourDigits, 'a school number'),
    typeCode: values.typeCode.padStart(2, '0'),
    lowAge: read('lowAge', wholeNumber, 'an age'),
    highAge: read('highAge', wholeNumber, 'an age'),
    ukprn: read('ukprn', asUkprn, 'a UKPRN'),
    postcode: read('postcode', asPostcode, 'a postcode'),
    openDate: read('openDate', asDay, 'a date'),
    closeDate: read('closeDate', asDay, 'a date'),
    head: { title: headTitle, forename: headForename, surname: headSurname },
  }
}

const fourDigits = (typed: string) => (/^\d{1,4}$/.test(typed) ? typed.padStart(4, '0') : undefined)
const wholeNumber = (typed: string) => (/^\d{1,2}$/.test(typed) ? Number(typed) : undefined)

import { readFileSync } from 'node:fs'
import { readGias } from '#domain/gias.ts'
import { isGiasColumn } from '#domain/gias-columns.ts'
import { isDirectoryColumn, readPostcodeDirectory } from '#domain/postcode-authority.ts'
import { extractLimits } from '#platform/spreadsheet/limits.ts'
import { readTable } from '#platform/spreadsheet/read-table.ts'

/** The invented county's postcodes, and the file of its schools, as the national registers publish theirs. */
export async function readPostcodes() {
  const file = new URL('../../seeds/reference/postcode-areas.csv', import.meta.url)
  const table = await readTable(readFileSync(file), 'postcode-areas.csv', {
    limits: extractLimits,
    keep: isDirectoryColumn,
  })
  return readPostcodeDirectory(table).postcodes
}

export async function readRegister() {
  const file = new URL('../../seeds/reference/gias-sample.csv', import.meta.url)
  const table = await readTable(readFileSync(file), 'gias-sample.csv', {
    limits: extractLimits,
    keep: isGiasColumn,
  })
  return readGias(table).schools
}

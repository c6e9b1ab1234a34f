import { newId } from '#domain/ids.ts'
import { foldedName } from '#domain/name-search.ts'
import { compact } from '#domain/plain-text.ts'
import { isTemporaryUpn, type Upn } from '#domain/upn.ts'
import { surnameSounds } from '#features/children/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Matching } from '../batch.ts'
import type { FileRow } from '../importer.ts'
import { type CellProblem, type CellsReader, cellsReader, type Judged, quoted } from '../row.ts'
import { whereabouts } from './fields.ts'
import { type Known, type KnownChild, nameKey } from './known.query.ts'
import { type ChildRow, readChildRow } from './read-row.ts'
import { writesOf } from './writes.ts'

/** What each row of the file would do to the records, and what is wrong with it. Nothing is written here. */
export function judgeChildren(
  doer: Pick<Doer, 'me' | 'now' | 'today'>,
  rows: readonly FileRow[],
  matching: Matching,
  known: Known,
): Judged[] {
  const seen: Seen = { upns: new Map(), names: new Map(), children: new Map() }
  return rows.map(row => judgeRow(doer, row, matching, known, seen))
}

interface Seen {
  readonly upns: Map<string, number>
  readonly names: Map<string, number>
  readonly children: Map<string, number>
}

function judgeRow(
  doer: Pick<Doer, 'me' | 'now' | 'today'>,
  row: FileRow,
  matching: Matching,
  known: Known,
  seen: Seen,
): Judged {
  const cells = cellsReader(row.cells, matching.columns)
  cells.problems.push(...row.held)
  const child = readChildRow(cells, doer.today)
  refuseOtherSchool(cells, child, known)
  const on = onRecord(cells, child, known)
  refuseTwice(cells, row.number, child, on, seen)
  const { writes, changes, warnings } = writesOf(doer, { row: child, on, known, matching })
  const problems = cells.problems
  const blank = on?.protected ? whereabouts.flatMap(field => matching.columns[field] ?? []) : []
  const told = [...warnings, ...doubts(child, on, known)]
  const hidden = blank.filter(header => row.cells[header])
  if (hidden.length > 0)
    told.push({
      problem:
        'This child’s address is protected: address and contacts are not taken from the file',
    })
  const action = on ? (writes.length > 0 ? 'change' : 'nothing') : 'add'
  return {
    number: row.number,
    action,
    childId: on?.id ?? writes.find(({ table }) => table === 'child')?.id ?? newId(),
    problems,
    warnings: told,
    changes,
    writes: problems.length > 0 ? [] : writes,
    blank,
  }
}

/** A row about another school’s child makes the whole file somebody else’s. */
function refuseOtherSchool({ wrong }: CellsReader, { school }: ChildRow, { school: own }: Known) {
  if (!school) return
  const typed = compact(school).replaceAll('/', '')
  const same =
    typed === own.urn ||
    (own.number.length === 7 && typed === own.number) ||
    foldedName(school) === foldedName(own.name)
  if (!same)
    wrong(
      'school',
      `${quoted(school)} is not ${own.name}. Only rows of your own school can be imported`,
    )
}
export const isOtherSchool = ({ problem }: CellProblem) =>
  problem.includes('Only rows of your own school can be imported')

/** The child that the row means, by UPN, or else by name and date of birth; with what does not fit. */
function onRecord({ wrong }: CellsReader, row: ChildRow, known: Known): KnownChild | undefined {
  const { upn, forename, surname, birthDate } = row
  const byUpn = upn ? known.byUpn.get(upn) : undefined
  if (byUpn) {
    if (birthDate && byUpn.birth_date !== birthDate)
      wrong(
        'birthDate',
        'The child with this UPN has another date of birth on record. Check both; the record’s is changed on the child’s own page',
      )
    return byUpn
  }
  if (!forename || !surname || !birthDate) return undefined
  const [one, other] = known.byName.get(nameKey(forename, surname, birthDate)) ?? []
  if (other) {
    wrong(
      'surname',
      'Two children on record have this name and date of birth. Add the UPN, so that it is clear which is meant',
    )
    return undefined
  }
  if (
    one?.upn &&
    upn &&
    one.upn !== upn &&
    !isTemporaryUpn(one.upn as Upn) &&
    !isTemporaryUpn(upn as Upn)
  )
    wrong(
      'upn',
      'A child of this name and date of birth is on record with another UPN. Check which is right; the record’s is changed on the child’s own page',
    )
  return one
}

/** One child, one row. */
function refuseTwice(
  { wrong }: CellsReader,
  number: number,
  row: ChildRow,
  on: KnownChild | undefined,
  seen: Seen,
) {
  const { upn, forename, surname, birthDate } = row
  const name = forename && surname && birthDate ? nameKey(forename, surname, birthDate) : undefined
  const earlier =
    (upn ? seen.upns.get(upn) : undefined) ??
    (on ? seen.children.get(on.id) : undefined) ??
    (name && !upn ? seen.names.get(name) : undefined)
  if (upn && seen.upns.has(upn))
    wrong('upn', `Row ${seen.upns.get(upn)} has the same UPN. Correct one of them`)
  else if (earlier !== undefined)
    wrong('surname', `Row ${earlier} is about the same child. Leave one of them out`)
  if (upn && !seen.upns.has(upn)) seen.upns.set(upn, number)
  if (on && !seen.children.has(on.id)) seen.children.set(on.id, number)
  if (name && !seen.names.has(name)) seen.names.set(name, number)
}

/** What may be right, and should be looked at. */
function doubts(row: ChildRow, on: KnownChild | undefined, known: Known): CellProblem[] {
  const { upn, forename, surname, birthDate } = row
  const told: CellProblem[] = []
  const say = (problem: string) => told.push({ problem })
  if (upn && isTemporaryUpn(upn as Upn))
    say('The UPN is a temporary one. Ask the last school, or look it up')
  if (
    on?.upn &&
    upn &&
    on.upn !== upn &&
    !on.former_upns.includes(upn) &&
    isTemporaryUpn(on.upn as Upn)
  )
    say(
      'The record has a temporary UPN. The import keeps it: propose the new one on the child’s own page',
    )
  if (
    on &&
    forename &&
    surname &&
    foldedName(on.forename) !== foldedName(forename) &&
    foldedName(on.surname) !== foldedName(surname)
  )
    say(
      `Forename and surname both differ from the record of ${on.forename} ${on.surname}. Check that it is the same child`,
    )
  if (!on && forename && surname && birthDate) {
    const sounds = new Set(surnameSounds({ forename, surname }).map(sound => `=${sound}`))
    const alike = known.byBirthDate
      .get(birthDate)
      ?.find(each => each.sound_keys.some(key => sounds.has(key)))
    if (alike)
      say(
        `Born on the same day as ${alike.forename} ${alike.surname} (C-${alike.reference}), whose surname sounds the same. If this is the same child, add the UPN or correct the name`,
      )
  }
  return told
}

import { asNameInParts } from '#domain/person-name.ts'
import { asDay } from '#domain/typed-day.ts'
import { asUpn, whyNotUpn } from '#domain/upn.ts'
import { sections } from '#features/referrals/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Matching } from '../batch.ts'
import { type Known, type KnownChild, knownTo, nameKey } from '../children/known.query.ts'
import type { FileRow, Importer } from '../importer.ts'
import {
  type CellProblem,
  type CellsReader,
  cellsReader,
  type Difference,
  type Judged,
  quoted,
} from '../row.ts'
import { referralFields } from './fields.ts'
import { writeReferrals } from './write.ts'

export interface JudgedReferral extends Judged {
  readonly answers: Readonly<Record<string, string>>
}

const identifying = new Set(['upn', 'forename', 'surname', 'name', 'birthDate', 'asked_for'])
const texts = referralFields.map(({ key }) => key).filter(key => !identifying.has(key))

/** Each row becomes a draft about a child on this school’s roll; its author completes it and sends it. */
export const referralsImporter: Importer<JudgedReferral> = {
  async judge(doer, rows, matching) {
    const known = await knownTo(doer, [])
    const under = await referredAlready(doer)
    const seen = new Map<string, number>()
    return {
      judged: rows.map(row => judgeRow(row, matching, known, under, seen)),
      known: known.onRoll,
    }
  },
  write: writeReferrals,
}

function judgeRow(
  row: FileRow,
  matching: Matching,
  known: Known,
  under: ReadonlySet<string>,
  seen: Map<string, number>,
): JudgedReferral {
  const cells = cellsReader(row.cells, matching.columns)
  cells.problems.push(...row.held)
  const child = childIn(cells, known)
  if (child && under.has(child.id))
    cells.wrong(
      'surname',
      'Your school has a draft or a referral of this child already. Open that one',
    )
  if (child && seen.has(child.id))
    cells.wrong(
      'surname',
      `Row ${seen.get(child.id)} is about the same child. Leave one of them out`,
    )
  if (child && !seen.has(child.id)) seen.set(child.id, row.number)
  const answers = answersIn(cells)
  const changes: Difference[] = Object.entries(answers).map(([field, to]) => ({
    what: referralFields.find(({ key }) => key === field)?.name ?? field,
    from: 'nothing',
    to: to.length > 120 ? `${to.slice(0, 120)}…` : to,
  }))
  const warnings: CellProblem[] = answers['reason']
    ? []
    : [
        {
          problem:
            'There is no reason in this row. It must be written before the referral can be sent',
        },
      ]
  return {
    number: row.number,
    action: 'add',
    childId: child?.id ?? null,
    problems: cells.problems,
    warnings,
    changes,
    writes: [],
    blank: [],
    answers,
  }
}

function childIn(
  { raw, wrong, read, problems }: CellsReader,
  known: Known,
): KnownChild | undefined {
  const upn = read(
    'upn',
    asUpn,
    typed => `${whyNotUpn(typed)}. Correct it, or leave the cell empty`,
  )
  const born = read(
    'birthDate',
    asDay,
    typed => `${quoted(typed)} is not a real date. Write it like 31/12/2012`,
  )
  const byUpn = upn ? known.byUpn.get(upn) : undefined
  if (byUpn) return byUpn
  const parts = asNameInParts(raw('name') ?? '')
  const [forename, surname] = [raw('forename') ?? parts?.forename, raw('surname') ?? parts?.surname]
  const named =
    forename && surname && born ? known.byName.get(nameKey(forename, surname, born)) : undefined
  if (named?.length === 1) return named[0]
  if (problems.length > 0) return undefined
  if (named)
    wrong('surname', 'Two children on record have this name and date of birth. Add the UPN')
  else if (!upn && !(forename && surname && born))
    wrong(
      'surname',
      'Add the UPN, or forename, surname and date of birth, so that it is clear which child is meant',
    )
  else
    wrong(
      upn ? 'upn' : 'surname',
      'No such child is on your roll. Enter the child first, or correct the row',
    )
  return undefined
}

function answersIn({ raw, read }: CellsReader): Record<string, string> {
  const asked = read(
    'asked_for',
    askedForIn,
    typed =>
      `${quoted(typed)} is not on the list. Write, for example, “Tier 3”, or leave the cell empty`,
  )
  const said = texts.flatMap(field => {
    const text = raw(field)
    return text ? [[field, text.slice(0, 5000)] as const] : []
  })
  return { ...(asked ? { asked_for: asked } : {}), ...Object.fromEntries(said) }
}

const options = (): Readonly<Record<string, string>> => {
  const field = sections.flatMap(section => section.fields).find(({ name }) => name === 'asked_for')
  return (field as { options?: Readonly<Record<string, string>> } | undefined)?.options ?? {}
}

/** “Tier 3”, the whole words of the list, or their beginning. */
function askedForIn(typed: string): string | undefined {
  const text = typed.toLowerCase()
  const fits = Object.entries(options()).filter(
    ([key, words]) =>
      key.replace('-', ' ') === text ||
      words.toLowerCase() === text ||
      words.toLowerCase().startsWith(text),
  )
  return fits.length === 1 ? fits[0]?.[0] : undefined
}

async function referredAlready({ tx, me }: Doer): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('referral')
    .select('child_id')
    .where('referring_organisation_id', '=', me.organisationId)
    .where('kind', '=', 'school')
    .where('status', 'in', ['draft', 'submitted', 'accepted', 'listed', 'decided', 'returned'])
    .execute()
  return new Set(rows.flatMap(({ child_id }) => child_id ?? []))
}

import type { IsoDate } from '#domain/dates.ts'
import type { Frozen } from '#features/assurance/questionnaire/frozen.ts'
import type { Catalogue } from '../world/catalogue.ts'
import { emptyProvision } from '../world/provision/rows.ts'
import type { Table, World } from '../world/world.ts'
import type { Mint } from './mint.ts'

type Values = Record<string, unknown>

/** What is no words of anybody, though the database would let it be: codes, and texts of a form. */
const codes =
  /^(placement_event\.what|roll_removal\.ground|evidence_item\.document|provider_training\.trainer|.*_sha256|.*\.urn|.*\.postcode|.*\.email|.*\.latitude|.*\.longitude)$/

/** A mark in every text of provision, whatever the world says there; and in the JSON that pages read. */
export function makeProvisionBelievable(
  { rows, now, today }: World,
  catalogue: Catalogue,
  mint: Mint,
) {
  for (const table of Object.keys(emptyProvision()) as Table[])
    for (const { name, type, checked, longest, references } of catalogue.get(table)?.columns ??
      []) {
      if (type !== 'text' || references || codes.test(`${table}.${name}`)) continue
      if (checked && (longest ?? 0) < 40) continue
      // What must be said is said in some twenty letters at least.
      for (const row of rows[table] as Values[])
        if (row[name] !== null) row[name] = `${mint.text(table, row, name)} and more words`
    }
  const each = (table: Table, change: (row: Values) => Values) => {
    for (const row of rows[table] as Values[]) Object.assign(row, change(row))
  }
  each('disclosure', row =>
    row['shared'] ? { fields: { risk: mint.text('disclosure', row, 'fields') } } : {},
  )
  each('provider', () => ({ dfe_urn: '123456' }))
  each('tripwire_override', () => ({ findings: [] }))
  each('placement_event', row => ({
    details: { note: mint.text('placement_event', row, 'details') },
  }))
  each('questionnaire', row => ({ ...(row['status'] === 'draft' ? {} : stamps(now)) }))
  each('questionnaire', row =>
    row['returned'] === null
      ? {}
      : { returned: formAsReturned(() => mint.text('questionnaire', row, 'returned'), today) },
  )
  each('questionnaire', row => ({
    returned_before: [
      {
        returned: formAsReturned(() => mint.text('questionnaire', row, 'returned_before'), today),
        sha256: 'f'.repeat(64),
        at: now,
        because: mint.text('questionnaire', row, 'returned_before'),
      },
    ],
  }))
  each('off_site_direction', row =>
    row['status'] === 'draft'
      ? {}
      : { notice: { text: mint.text('off_site_direction', row, 'notice') } },
  )
}

/** The whole form, word for word, as it is kept. */
const formAsReturned = (text: () => string, today: IsoDate): Frozen => ({
  reference: 'Q-1001',
  returnedOn: today,
  returnedBy: text(),
  school: text(),
  provider: text(),
  answers: [1, 2, 3].map(question => ({
    question,
    wording: text(),
    answer: text(),
    registered: question === 2 ? true : null,
    drafted: text(),
    origins: [{ text: text(), source: text(), on: today }],
    confirmedBy: text(),
    confirmedOn: today,
  })),
})

/** A form that is no draft was returned some day, and what became of it then has its moment too. */
const stamps = (now: Date) => {
  const at = now.toISOString()
  return { returned_at: at, sent_back_at: at, accepted_at: at }
}

import { type Asking, steppedBack } from '../oracle/asking.ts'
import { mayReadMeeting, mayReadReferral } from '../oracle/cases.ts'
import { mayReadAbout } from '../oracle/children.ts'
import { type Catalogue, signatures } from './catalogue.ts'
import type { Dice } from './dice.ts'
import type { Table } from './world.ts'

type Values = Record<string, unknown>

/** Columns whose value is one of a few words. */
const choices = /^(kind|status|state|about|role|outcome|key)$/
/** Columns that are empty when a row begins, and say that something has happened. */
const marks =
  /^(issued_at|ratified_at|read_at|confirmed_at|confirmed_by|made_at|previewed_at|preview|discarded_at|answer|article_id)$/

/** The same row with one thing changed: another signature, parent or word, or something that has happened already. */
export function neighbours(
  catalogue: Catalogue,
  who: Asking,
  table: Table,
  row: Values,
  chance: Dice,
): Values[] {
  const { rows } = who.world
  return (catalogue.get(table)?.columns ?? []).flatMap(({ name, type, references }) => {
    if (!(name in row) && !marks.test(name)) return []
    const value = row[name] ?? null
    const as = (...others: unknown[]) => others.map(other => ({ ...row, [name]: other }))
    if (signatures.test(name) && type === 'uuid') return as(chance.pick(rows.user_account).id, null)
    if (choices.test(name)) {
      const known = (rows[table] as Values[]).map(each => each[name])
      return as(...new Set(known.filter(other => other !== value && other !== undefined)))
    }
    if (marks.test(name) && value === null) return as(mark(type, chance, rows))
    if (references && value !== null && references in rows) {
      const parents = (rows[references as Table] as Values[]).filter(each => keyOf(each) !== value)
      const back =
        references === 'agenda_item'
          ? parents.filter(each => steppedBack(who, { id: String(each['id']) }))
          : []
      const from = back.length > 0 ? back : parents
      return from.length === 0 ? [] : as(keyOf(chance.pick(from)), keyOf(chance.pick(parents)))
    }
    return []
  })
}

/** A school, partnership or provider is named by its organisation. */
const keyOf = (row: Values): unknown => row['id'] ?? row['organisation_id']

function mark(type: string, chance: Dice, rows: Asking['world']['rows']): unknown {
  if (type === 'timestamptz') return '2026-01-01T00:00:00Z'
  if (type === 'uuid') return chance.pick(rows.user_account).id
  return type === 'jsonb' ? {} : 'words'
}

/** How much of what a row hangs on the asker may read: the nearer, the more telling it is that they may not write it. */
export function nearness(who: Asking, row: Values): number {
  const text = (name: string) => (typeof row[name] === 'string' ? String(row[name]) : null)
  const { me } = who
  const child = text('child_id')
  return (
    (child && mayReadAbout(who, 'identity', child) ? 2 : 0) +
    (child && mayReadAbout(who, 'contacts', child) ? 2 : 0) +
    (text('other_child_id') && mayReadAbout(who, 'contacts', text('other_child_id') ?? '')
      ? 2
      : 0) +
    (mayReadReferral(who, text('referral_id')) ? 3 : 0) +
    (mayReadMeeting(who, text('meeting_id')) ? 3 : 0) +
    Object.values(row).filter(value => value !== null && value === me?.organisationId).length
  )
}

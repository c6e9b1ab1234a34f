import { type Asking, asking, type Finder } from '../oracle/asking.ts'
import { mayAddToCases } from '../oracle/may-add-cases.ts'
import { mayAddToRecords } from '../oracle/may-add-records.ts'
import { mayAddToProvision } from '../oracle/provision/may-add.ts'
import type { Rule } from '../oracle/writers.ts'
import { type Catalogue, signatures } from './catalogue.ts'
import { type Dice, dice } from './dice.ts'
import { nearness, neighbours } from './neighbours.ts'
import type { Asker, RowOf, Table, World } from './world.ts'

type Values = Record<string, unknown>
export interface Candidate {
  readonly row: Values
  /** What the matrix says to it. */
  readonly due: boolean
}

export const mayAdd = { ...mayAddToRecords, ...mayAddToCases, ...mayAddToProvision }

/** Columns that say for which organisation a row was written. */
const owners =
  /^(created_by_organisation_id|referring_organisation_id|proposed_by_organisation_id|asked_organisation_id|by_organisation|from_organisation_id|holder_organisation_id|raised_by_id|organisation_id|partnership_id|school_id|commissioner_id|asked_by_organisation_id|from_school_id)$/

/**
 * Rows that an asker might try to add, each with what the matrix says to it: their own; for one of those its nearest
 * neighbours, in which one thing is somebody else's; and those of other people that come nearest to being theirs.
 */
export function candidatesFor(
  catalogue: Catalogue,
  world: World,
  find: Finder,
  table: Table,
  askers: readonly Asker[],
): Map<Asker, Candidate[]> {
  const rule = mayAdd[table] as Rule<Table> | undefined
  if (!rule) return new Map()
  const chance = dice(table.length * 7919 + 1)
  const questions = askers.map(asker => {
    const who = asking(world, find, asker)
    const rows = (world.rows[table] as Values[]).flatMap(row => [
      signedBy(who, row),
      ownedBy(who, signedBy(who, row)),
      begun(ownedBy(who, signedBy(who, row))),
    ])
    const allowed = rows.filter(row => rule(who, row as RowOf<typeof table>))
    const refused = rows.filter(row => !rule(who, row as RowOf<typeof table>))
    return { asker, who, good: take(chance, allowed, 3), bad: take(chance, refused, 2) }
  })
  return new Map(
    questions.map(({ asker, who, good, bad }) => {
      const theirs = questions
        .filter(other => other.asker !== asker)
        .flatMap(other => other.good.slice(0, 1))
        .flatMap(row => [signedBy(who, row), ownedBy(who, signedBy(who, row))])
        .map(row => ({ row, near: nearness(who, row) + chance.next() }))
        .sort((a, b) => b.near - a.near)
        .slice(0, 4)
      const tries = [
        ...good,
        ...good.slice(0, 1).flatMap(row => neighbours(catalogue, who, table, row, chance)),
        ...theirs.map(({ row }) => row),
        ...bad,
      ]
      return [
        asker,
        tries.map(row => ({
          row: withNewKey(table, row, chance),
          due: rule(who, row as RowOf<typeof table>),
        })),
      ]
    }),
  )
}

const take = <T>(chance: Dice, from: readonly T[], most: number): T[] =>
  from.length <= most ? [...from] : Array.from({ length: most }, () => chance.pick(from))

export const signedBy = ({ me }: Asking, row: Values): Values =>
  replaced(row, signatures, me?.userId)

export const ownedBy = ({ me }: Asking, row: Values): Values => {
  if (!me) return row
  const personal: Values = {
    user_id: me.userId,
    owner_id: me.userId,
    membership_id: me.membershipId,
  }
  // Who arranges something for the authority does not commission it.
  const arranged = typeof row['arranged_by_id'] === 'string'
  return {
    ...replaced(row, owners, me.organisationId),
    ...(arranged
      ? { commissioner_id: row['commissioner_id'], arranged_by_id: me.organisationId }
      : {}),
    ...Object.fromEntries(
      Object.entries(personal).filter(([name, value]) => name in row && value !== undefined),
    ),
  }
}

/** Whatever begins, begins at its beginning. */
export function begun(row: Values): Values {
  if ('commissioner_id' in row && 'planned_on' in row) return { ...row, status: 'planned' }
  if ('commissioner_id' in row && 'planned_start_on' in row) return { ...row, status: 'proposed' }
  if ('from_school_id' in row || 'ground' in row) return { ...row, status: 'proposed' }
  if ('follows_id' in row)
    return { ...row, status: 'draft', returned: null, accepted_at: null, next_due_on: null }
  if ('sessions_a_day' in row || 'copy_acknowledged_on' in row) return { ...row, status: 'draft' }
  if ('proposed_by_organisation_id' in row) return { ...row, outcome: null, decided_by: null }
  if ('referring_organisation_id' in row) return { ...row, status: 'draft' }
  if ('begun_at' in row) return { ...row, status: 'draft', sent_by: null, sent_at: null }
  if ('issued_at' in row) return { ...row, status: 'recorded', issued_at: null }
  return row
}

const replaced = (row: Values, columns: RegExp, value: string | undefined): Values =>
  value === undefined
    ? row
    : Object.fromEntries(
        // Who asked for a review is not always a person: “parent” stays.
        Object.entries(row).map(([name, old]) => [
          name,
          isOneOf(columns, name) && (old === null || isId(old)) ? value : old,
        ]),
      )

const answers = new Map<RegExp, Map<string, boolean>>()
/** There are few columns, and very many rows. */
function isOneOf(columns: RegExp, name: string): boolean {
  const known = answers.get(columns) ?? new Map<string, boolean>()
  answers.set(columns, known)
  const answer = known.get(name) ?? columns.test(name)
  known.set(name, answer)
  return answer
}

const isId = (value: unknown) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(String(value))

/** As an insert of today would have it: with a key of its own. */
export function withNewKey(table: Table, row: Values, chance: Dice): Values {
  const id = chance.id()
  if (table === 'user_account') return { id, email: `${id}@example.org`, name: 'Somebody' }
  if (table === 'form_key') return { ...row, key: id }
  if (table !== 'sign_in_attempt') return 'id' in row ? { ...row, id } : row
  const { id: _given, ...rest } = row
  return rest
}

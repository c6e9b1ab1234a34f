import { type Asking, asking, type Finder } from '../oracle/asking.ts'
import { mayAddToCases } from '../oracle/may-add-cases.ts'
import { mayAddToRecords } from '../oracle/may-add-records.ts'
import type { Rule } from '../oracle/writers.ts'
import { signatures } from './catalogue.ts'
import { type Dice, dice } from './dice.ts'
import type { Asker, RowOf, Table, World } from './world.ts'

type Values = Record<string, unknown>
export interface Candidate {
  readonly row: Values
  readonly due: boolean
}

export const mayAdd = { ...mayAddToRecords, ...mayAddToCases }

/** Columns that say for which organisation a row was written. */
const owners =
  /^(created_by_organisation_id|referring_organisation_id|proposed_by_organisation_id|asked_organisation_id|by_organisation|from_organisation_id|holder_organisation_id|raised_by_id|organisation_id|partnership_id|school_id)$/
const choices = /^(kind|status|state|about|role|outcome|key)$/

/**
 * Rows that an asker might try to add, each with what the matrix says to it: their own, those of colleagues with other
 * roles, and for each that is allowed its nearest neighbours, in which one thing is somebody else's.
 */
export function candidatesFor(
  world: World,
  find: Finder,
  table: Table,
  askers: readonly Asker[],
): Map<Asker, Candidate[]> {
  const rule = mayAdd[table] as Rule<Table> | undefined
  const all = new Map<Asker, Candidate[]>(askers.map(asker => [asker, []]))
  if (!rule) return all
  const chance = dice(table.length * 7919 + 1)
  const judge = (who: Asking, row: Values): Candidate => ({
    row: withNewKey(table, row, chance),
    due: rule(who, row as RowOf<typeof table>),
  })
  const questions = askers.map(asker => ({ asker, who: asking(world, find, asker) }))
  const good = new Map<Asker, Values[]>()
  for (const { asker, who } of questions) {
    const rows = (world.rows[table] as Values[]).flatMap(row => [
      signedBy(who, row),
      ownedBy(who, signedBy(who, row)),
      begun(ownedBy(who, signedBy(who, row))),
    ])
    const allowed = rows.filter(row => rule(who, row as RowOf<typeof table>))
    good.set(asker, chance.some(allowed, Math.min(1, 3 / allowed.length)).slice(0, 3))
    const refused = rows.filter(row => !rule(who, row as RowOf<typeof table>))
    all.get(asker)?.push(...take(chance, refused, 2).map(row => judge(who, row)))
  }
  for (const { asker, who } of questions) {
    const mine = good.get(asker) ?? []
    const colleagues = questions.filter(
      other =>
        other.asker !== asker &&
        (other.who.me?.organisationId === who.me?.organisationId ||
          other.who.me?.organisationKind === who.me?.organisationKind),
    )
    const theirs = take(chance, colleagues, 4).flatMap(other =>
      take(chance, good.get(other.asker) ?? [], 1),
    )
    const tries = [
      ...mine,
      ...mine.slice(0, 1).flatMap(row => neighbours(world, table, row, chance)),
      ...theirs.flatMap(row => [signedBy(who, row), ownedBy(who, signedBy(who, row))]),
    ]
    all.get(asker)?.push(...tries.map(row => judge(who, row)))
  }
  return all
}

const take = <T>(chance: Dice, from: readonly T[], most: number): T[] =>
  from.length <= most ? [...from] : Array.from({ length: most }, () => chance.pick(from))

const signedBy = ({ me }: Asking, row: Values): Values =>
  replaced(row, signatures, me?.userId ?? null, name => name === 'user_id' && 'token_hash' in row)

const ownedBy = ({ me }: Asking, row: Values): Values => {
  const owned = replaced(row, owners, me?.organisationId ?? null)
  const personal = {
    ...('user_id' in row ? { user_id: me?.userId ?? row['user_id'] } : {}),
    ...('membership_id' in row ? { membership_id: me?.membershipId ?? row['membership_id'] } : {}),
  }
  return me ? { ...owned, ...personal } : row
}

/** Whatever begins, begins at its beginning. */
const begun = (row: Values): Values => ({
  ...row,
  ...('reference' in row || 'status' in row ? beginnings(row) : {}),
  ...('outcome' in row && 'proposed_by' in row ? { outcome: null, decided_by: null } : {}),
})
const beginnings = (row: Values): Values => {
  if ('referring_organisation_id' in row) return { status: 'draft' }
  if ('issued_at' in row) return { status: 'recorded', issued_at: null }
  return {}
}

const replaced = (
  row: Values,
  columns: RegExp,
  value: string | null,
  also: (name: string) => boolean = () => false,
): Values =>
  Object.fromEntries(
    Object.entries(row).map(([name, old]) => [
      name,
      value !== null && (columns.test(name) || also(name)) ? value : old,
    ]),
  )

const uuid = /^[0-9a-f]{8}-/

/** The same row with one reference, signature or choice of another row’s. */
function neighbours(world: World, table: Table, row: Values, chance: Dice): Values[] {
  const others = world.rows[table] as Values[]
  return Object.keys(row).flatMap(name => {
    if (name === 'id') return []
    const value = row[name]
    const reference = typeof value === 'string' && uuid.test(value)
    if (signatures.test(name)) return [{ ...row, [name]: chance.pick(world.rows.user_account).id }]
    if (!reference && !choices.test(name)) return []
    const from = others.map(each => each[name]).filter(other => other !== value && other)
    return from.length === 0 ? [] : [{ ...row, [name]: chance.pick(from) }]
  })
}

const identities: readonly Table[] = ['sign_in_attempt']

/** As an insert of today would have it: a key of its own, references drawn anew, versions from the start. */
function withNewKey(table: Table, row: Values, chance: Dice): Values {
  const fresh = { ...row }
  if ('id' in row) fresh['id'] = chance.id()
  if (identities.includes(table)) delete fresh['id']
  if (table === 'form_key') fresh['key'] = chance.id()
  if (table === 'user_account')
    return { id: fresh['id'], email: `${String(fresh['id'])}@example.org`, name: 'Somebody' }
  return fresh
}

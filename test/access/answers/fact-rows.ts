import type { Asking } from '../oracle/asking.ts'
import { mayReadAbout } from '../oracle/children.ts'
import type { RowOf, Table, World } from '../world/world.ts'
import { idOf, only } from './answer.ts'

export type Row = Readonly<Record<string, unknown>>
export type Facts = Readonly<Record<string, readonly object[]>>

/** Whom, or what, the rules are asked about here: two of three, so that who was not asked about shows. */
export const askedAbout = (world: World, table: 'child' | 'provider' | 'referral'): Set<string> =>
  new Set(world.rows[table].filter((_row, at) => at % 3 !== 2).map(row => String(idOf(row))))

export const mayAskAbout = (asking: Asking, child: string | null) =>
  child !== null &&
  askedAbout(asking.world, 'child').has(child) &&
  (asking.purpose === 'worker' || mayReadAbout(asking, 'education', child))

/** Rows about children of whom the asker knows the schooling. */
export const known = <T extends Table>(
  asking: Asking,
  table: T,
  filter: (row: RowOf<T>) => boolean = () => true,
): RowOf<T>[] =>
  (asking.world.rows[table] as readonly RowOf<T>[]).filter(
    row => mayAskAbout(asking, (row as Row)['child_id'] as string) && filter(row),
  )
export const cut = (rows: readonly object[], ...columns: string[]) =>
  rows.map(row => only(row, ...columns))
export const among = (row: Row, column: string, ...values: string[]) =>
  values.includes(String(row[column]))
export const there = (row: Row, column: string) => row[column] !== null

/** What stands in a child's record and rules ask for: who holds responsibility, never their names. */
export function ofRecord({ world: { rows } }: Asking, about: (child: string) => boolean): Facts {
  const of = <T extends { child_id: string }>(from: readonly T[]) =>
    from.filter(row => about(row.child_id))
  return {
    enrolments: cut(
      of(rows.enrolment),
      ...['child_id', 'school_id', 'kind', 'from_on', 'to_on', 'year_group'],
    ),
    contacts: cut(
      of(rows.contact).filter(each => !there(each, 'ended_on')),
      ...['id', 'child_id', 'parental_responsibility'],
    ),
    specialNeeds: cut(
      of(rows.special_needs),
      ...['child_id', 'status', 'maintaining_authority', 'from_on', 'to_on'],
    ),
    topUps: cut(of(rows.top_up), 'child_id', 'school_year', 'amount_pence'),
    care: of(rows.care_status).map(each => ({
      ...only(each, 'child_id', 'status', 'authority', 'from_on', 'to_on'),
      has_social_worker: there(each, 'social_worker'),
      has_virtual_school_contact: there(each, 'virtual_school_contact'),
    })),
  }
}

import { allowed } from '../oracle/allowed.ts'
import { type Asking, iAm, mine, runsTheAuthority } from '../oracle/asking.ts'
import { administers } from '../oracle/writers.ts'
import type { RowOf, Table } from '../world/world.ts'
import type { Place } from './mint.ts'

/** May this asker read this field? The row as the oracle says; and of some rows, less than the whole. */
export const mayReadField = (asking: Asking, { table, column, row }: Place): boolean =>
  wider[`${table}.${column}`]?.(asking, row) ||
  (allowed(asking, table, row as RowOf<typeof table>) &&
    (narrower[`${table}.${column}`]?.(asking, row) ?? true))

/** Row 30: the trail says of what somebody looked at which it was, by its id and its reference, and no more. */
export const isMetadata = (asking: Asking, _rows: readonly unknown[]) => readsTheTrail(asking)
const readsTheTrail = (asking: Asking) => iAm(asking, 'data-steward', 'data-protection-officer')

/** Fields that are for more people than their rows. */
const wider: Readonly<Record<string, (asking: Asking, row: Row) => boolean>> = {
  'child.reference': readsTheTrail,
  // FI-05: a steward is told that a file was stopped: of which case, and what the scanner said.
  'referral.reference': runsTheAuthority,
  'file.state_reason': runsTheAuthority,
  'user_account.email': readsTheTrail,
  // The law wants everybody to be able to reach the controller’s officer (privacy, accessibility, help).
  // Row 13 of the watch-list: how many children of which other authority, named to nobody.
  'care_status.authority': asking => iAm(asking, 'virtual-school'),
  'organisation.name': (_asking, row) => isPublicContact(row),
  'organisation.mailbox': (_asking, row) => isPublicContact(row),
}
const isPublicContact = (row: Row) =>
  row['kind'] === 'authority' || row['team'] === 'data-protection'

const nobody = () => false
type Row = Readonly<Record<string, unknown>>

/** Fields that are for fewer people than their rows. */
const narrower: Readonly<Record<string, (asking: Asking, row: Row) => boolean>> = {
  // What proves who somebody is leaves in no answer.
  'user_account.password_hash': nobody,
  'challenge.value': nobody,
  // Row 29: the address by which somebody signs in is for them and for who administers them.
  'user_account.email': (asking, row) =>
    mine(asking, String(row['id'])) || administers(asking, String(row['id'])),
  // Row 25: a steward sees that a message went, to whom and what became of it, not what it said.
  'message.body': (asking, row) =>
    !iAm(asking, 'data-steward') || mine(asking, String(row['to_user_id'])),
  // Row 24: what stands in a file that is not found clean.
  'file.content': (_asking, row) => ['clean', 'not scanned'].includes(String(row['state'])),
  'child.search_name': nobody,
}

export const mayReadRow = (asking: Asking, table: Table, row: Row) =>
  allowed(asking, table, row as RowOf<typeof table>)

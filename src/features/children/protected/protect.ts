import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { tokensOf } from '#platform/protected-guard.ts'
import type { Secret } from '#platform/secret.ts'
import { changed, oneAtATime } from '../changed.ts'
import { keyNumber, type SealedLocation, sealLocation } from './sealed-location.ts'

export interface NewLocation {
  readonly childId: string
  readonly location: SealedLocation
  readonly fromOn: IsoDate
}

/**
 * Protects a child’s address from this moment on: what was on record as ordinary address is sealed beside it and taken
 * away, and everybody else reads only whom to go through. A second person confirms it later; hiding does not wait.
 */
export async function protectAddress(
  doer: Doer,
  secret: Secret,
  { childId, location, fromOn }: NewLocation,
) {
  const { tx, me } = doer
  await oneAtATime(tx, childId)
  const already = await tx
    .selectFrom('protected_notice')
    .select('child_id')
    .where('child_id', '=', childId)
    .executeTakeFirst()
  if (already) throw new Refusal('This child’s address is protected already. Open it to change it.')
  await sealEarlier(doer, secret, childId)
  await insertLocation(doer, secret, { childId, location, fromOn })
  await tx
    .insertInto('protected_notice')
    .values({ child_id: childId, holder_organisation_id: me.organisationId, since: fromOn })
    .execute()
  await sql`select onroll.remove_ordinary_addresses(${childId})`.execute(tx)
  await changed(doer, childId, 'child.protected')
}

/** The child has moved to another place that nobody may know. The one before stays guarded, and current until confirmed. */
export async function replaceLocation(
  doer: Doer,
  secret: Secret,
  change: NewLocation & { readonly replaces: string },
) {
  const { tx } = doer
  await oneAtATime(tx, change.childId)
  const waiting = await tx
    .selectFrom('protected_location')
    .select('id')
    .where('child_id', '=', change.childId)
    .where('replaces_id', 'is not', null)
    .where('confirmed_by', 'is', null)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (waiting) throw new Refusal('Another new address waits for a second person already.')
  await insertLocation(doer, secret, change)
  doer.audit({
    event: 'child.protected',
    subjectKind: 'child',
    subjectId: change.childId,
    childId: change.childId,
    detail: { proposed: 'another location' },
  })
}

async function sealEarlier(doer: Doer, secret: Secret, childId: string) {
  const { tx, me, now } = doer
  const addresses = await tx
    .selectFrom('child_address')
    .select(['street', 'town', 'postcode', 'from_on', 'to_on'])
    .where('child_id', '=', childId)
    .execute()
  const nothing = { place: null, telephone: null, note: null }
  const rows = addresses.map(({ street, town, postcode, from_on, to_on }) => {
    const id = newId()
    return {
      id,
      child_id: childId,
      kind: 'earlier' as const,
      sealed: sealLocation(secret, id, { ...nothing, street, town, postcode }),
      key_number: keyNumber,
      tokens: [],
      holder_organisation_id: me.organisationId,
      from_on,
      ended_on: to_on,
      recorded_by: me.userId,
      recorded_at: now,
    }
  })
  if (rows.length > 0) await tx.insertInto('protected_location').values(rows).execute()
}

async function insertLocation(
  { tx, me, now }: Doer,
  secret: Secret,
  { childId, location, fromOn, replaces }: NewLocation & { readonly replaces?: string },
) {
  const id = newId()
  await tx
    .insertInto('protected_location')
    .values({
      id,
      child_id: childId,
      kind: 'protected',
      sealed: sealLocation(secret, id, location),
      key_number: keyNumber,
      tokens: tokensOf(secret, {
        street: [location.place, location.street].filter(Boolean).join('\n'),
        postcode: location.postcode,
      }),
      holder_organisation_id: me.organisationId,
      from_on: fromOn,
      replaces_id: replaces ?? null,
      recorded_by: me.userId,
      recorded_at: now,
    })
    .execute()
}

import { addDays, type IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { changed, oneAtATime } from '../changed.ts'
import { placeOf } from './home.query.ts'

export interface NewAddress {
  readonly childId: string
  readonly fromOn: IsoDate
  readonly street?: string | null
  readonly town?: string | null
  readonly postcode?: string | null
  /** Where it lies, when the writer says so; otherwise it is worked out from the postcode where that is known. */
  readonly homeAuthority?: string | null
  readonly homeAreaId?: string | null
}

/** Where the child lives from a day on. The address before ends the day before, and stays on record. */
export async function setAddress(doer: Doer, address: NewAddress): Promise<string> {
  const { tx, me, now } = doer
  await oneAtATime(tx, address.childId)
  await refuseProtected(doer, address.childId)
  await endAddressBefore(doer, address)
  const id = newId()
  await tx
    .insertInto('child_address')
    .values({
      id,
      child_id: address.childId,
      street: address.street ?? null,
      town: address.town ?? null,
      postcode: address.postcode ?? null,
      ...(await authorityOf(doer, address)),
      from_on: address.fromOn,
      recorded_by: me.userId,
      recorded_at: now,
    })
    .execute()
  await changed(doer, address.childId, 'child.address-changed', { added: id })
  return id
}

/** Said in words what the database refuses to everybody: a protected child has no ordinary address. */
export async function refuseProtected({ tx }: Pick<Doer, 'tx'>, childId: string) {
  const notice = await tx
    .selectFrom('protected_notice as n')
    .innerJoin('organisation as holder', 'holder.id', 'n.holder_organisation_id')
    .select('holder.name')
    .where('n.child_id', '=', childId)
    .executeTakeFirst()
  if (notice)
    throw new Refusal(
      `This child’s address is protected. Do not record or ask for it: go through ${notice.name}.`,
    )
}

async function endAddressBefore({ tx }: Doer, { childId, fromOn }: NewAddress) {
  const open = await tx
    .selectFrom('child_address')
    .select(['id', 'from_on'])
    .where('child_id', '=', childId)
    .where('to_on', 'is', null)
    .orderBy('from_on', 'desc')
    .execute()
  const [newest] = open
  if (newest && newest.from_on >= fromOn)
    throw new Refusal(
      `An address from ${dayInWords(newest.from_on)} is on record already. Correct that one, or enter a later day.`,
    )
  for (const { id } of open)
    await tx
      .updateTable('child_address')
      .set({ to_on: addDays(fromOn, -1) })
      .where('id', '=', id)
      .execute()
}

async function authorityOf({ tx }: Doer, { postcode, homeAuthority, homeAreaId }: NewAddress) {
  if (homeAuthority)
    return {
      home_authority: homeAuthority,
      home_area_id: homeAreaId ?? null,
      authority_source: 'stated' as const,
    }
  const place = await placeOf(tx, postcode ?? null)
  return {
    home_authority: place?.authority ?? null,
    home_area_id: homeAreaId ?? place?.areaId ?? null,
    authority_source: place ? ('postcode' as const) : ('not known' as const),
  }
}

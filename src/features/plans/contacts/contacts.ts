import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { reevaluateProvision } from '#features/findings/index.ts'
import type { Placement } from '#features/placements/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { about } from '../plan/write-plan.ts'

export const contactKinds = {
  visit: 'Visit',
  call: 'Call',
  meeting: 'Meeting',
  message: 'Message',
} as const

/** Contacts with provider and pupil, newest first; a provider reads what its own people noted. */
export const contactsOf = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('placement_contact as contact')
    .leftJoin('user_account as person', 'person.id', 'contact.by_user')
    .leftJoin('organisation', 'organisation.id', 'contact.by_organisation')
    .selectAll('contact')
    .select(['person.name as person', 'organisation.name as organisation'])
    .where('contact.placement_id', '=', placementId)
    .orderBy('contact.on_day', 'desc')
    .orderBy('contact.at', 'desc')
    .execute()

/** Notes a contact (PLN-09). What has been noted stays. */
export async function logContact(
  doer: Doer,
  placement: Pick<Placement, 'id' | 'child_id' | 'provider_id'>,
  contact: {
    readonly on: IsoDate
    readonly kind: keyof typeof contactKinds
    readonly withWhom: string
    readonly note: string | null
  },
  ours: boolean,
) {
  const { tx, me, now, audit } = doer
  await tx
    .insertInto('placement_contact')
    .values({
      id: newId(),
      placement_id: placement.id,
      on_day: contact.on,
      kind: contact.kind,
      with_whom: contact.withWhom,
      note: contact.note,
      by_user: me.userId,
      by_organisation: me.organisationId,
      at: now,
    })
    .execute()
  audit({ ...about(placement), event: 'contact.logged', detail: { kind: contact.kind } })
  // Who commissions it writes its findings at once; what others note is looked at a moment later.
  if (ours) await reevaluateProvision(doer, placement.child_id)
}

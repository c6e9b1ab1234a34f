import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import { changed } from '../changed.ts'

export interface NewContact {
  readonly childId: string
  readonly name: string
  readonly relationship: string
  /** `null` when nobody has said: it is asked for before anything is decided. */
  readonly parentalResponsibility?: boolean | null
  readonly livesWithChild?: boolean | null
  readonly telephone?: string | null
  readonly email?: string | null
  readonly noContact?: boolean
  readonly noContactReason?: string | null
  readonly language?: string | null
  readonly priority?: number
}

/** Adds a parent, carer or other person to the child’s record. */
export async function addContact(doer: Doer, contact: NewContact): Promise<string> {
  const id = newId()
  await doer.tx
    .insertInto('contact')
    .values({
      id,
      child_id: contact.childId,
      ...contactColumns(contact),
      recorded_by: doer.me.userId,
      recorded_at: doer.now,
    })
    .execute()
  await changed(doer, contact.childId, 'child.contact-changed', { added: id })
  return id
}

export const contactColumns = (contact: Omit<NewContact, 'childId'>) => ({
  name: contact.name,
  relationship: contact.relationship,
  parental_responsibility: contact.parentalResponsibility ?? null,
  lives_with_child: contact.livesWithChild ?? null,
  telephone: contact.telephone ?? null,
  email: contact.email ?? null,
  no_contact: contact.noContact ?? false,
  no_contact_reason: contact.noContactReason ?? null,
  language: contact.language ?? null,
  priority: contact.priority ?? 1,
})

/** The person is no longer to be spoken to about the child; the row stays. */
export async function endContact(
  doer: Doer,
  { id, childId, version }: { id: string; childId: string; version: number },
  endedOn: IsoDate,
) {
  await changeOne(
    doer.tx
      .updateTable('contact')
      .set({ ended_on: endedOn })
      .where('id', '=', id)
      .where('child_id', '=', childId)
      .where('version', '=', version),
    'This contact',
  )
  await changed(doer, childId, 'child.contact-changed', { ended: id })
}

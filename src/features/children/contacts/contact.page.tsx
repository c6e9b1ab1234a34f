import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { DateInput, TextInput } from '#govuk/index.ts'
import { dayAnswers, pastDay } from '#platform/forms.ts'
import type { Visit } from '#platform/http/visit.ts'
import { reasonForCorrection } from '../answers.ts'
import { correctRow } from '../correct.ts'
import { toAnswer } from '../identity/identity-answers.ts'
import { childForm } from '../record/child-page.tsx'
import { addContact, contactColumns, endContact } from './contact.ts'
import {
  ContactFields,
  contactAsked,
  noContactUnexplained,
  saysWhyNoContact,
} from './contact-fields.tsx'
import { contactsOf } from './contacts.query.ts'

export const addContactPage = childForm({
  path: '/children/:child/contacts/add',
  section: 'contacts',
  permission: 'child.change',
  title: 'Add a contact',
  load: async ({ tx }, { child }) => contactsOf(tx, child.id),
  schema: () => z.object(contactAsked).refine(saysWhyNoContact, noContactUnexplained),
  initial: contacts => ({
    priority: String(contacts.filter(each => !each.endedOn).length + 1),
    parentalResponsibility: 'not-known',
    livesWithChild: 'not-known',
    noContact: '',
  }),
  fields: form => <ContactFields form={form} />,
  button: 'Add this contact',
  saved: 'The contact has been added',
  submit: async (visit, _contacts, input, { child }) => {
    await addContact(visit, { childId: child.id, ...input })
    return undefined
  },
})

async function contactToChange({ tx }: Pick<Visit, 'tx'>, childId: string, id: string) {
  const contact = (await contactsOf(tx, childId)).find(each => each.id === id && !each.endedOn)
  if (!contact) throw new NotFound()
  return contact
}

export const changeContactPage = childForm({
  path: '/children/:child/contacts/:contact/change',
  section: 'contacts',
  permission: 'child.change',
  load: (visit, { child }) => contactToChange(visit, child.id, visit.params.contact),
  title: contact => `Change the contact ${contact.name}`,
  schema: () =>
    z
      .object({ ...contactAsked, reason: reasonForCorrection() })
      .refine(saysWhyNoContact, noContactUnexplained),
  initial: contact => ({
    name: contact.name,
    relationship: contact.relationship,
    parentalResponsibility: toAnswer(contact.parentalResponsibility),
    livesWithChild: toAnswer(contact.livesWithChild),
    telephone: contact.telephone ?? '',
    email: contact.email ?? '',
    language: contact.language ?? '',
    priority: String(contact.priority),
    noContact: contact.noContact ? 'yes' : '',
    noContactReason: contact.noContactReason ?? '',
  }),
  version: contact => contact.version,
  fields: form => (
    <>
      <ContactFields form={form} />
      <TextInput name="reason" label="What has changed, or was wrong?" form={form} />
    </>
  ),
  saved: 'The contact has been changed',
  submit: async (visit, { id, version }, { reason, ...input }, { child }) => {
    await correctRow(
      visit,
      'contact',
      { id, childId: child.id, version },
      contactColumns(input),
      reason,
    )
    return undefined
  },
})

export const endContactPage = childForm({
  path: '/children/:child/contacts/:contact/end',
  section: 'contacts',
  permission: 'child.change',
  load: (visit, { child }) => contactToChange(visit, child.id, visit.params.contact),
  title: contact => `${contact.name} is no longer a contact`,
  schema: (_contact, _subject, today) => z.object({ endedOn: pastDay('the last day', today) }),
  initial: (_contact, _subject) => dayAnswers('endedOn', null),
  version: contact => contact.version,
  fields: form => (
    <DateInput name="endedOn" label="Last day as a contact" labelSize="s" form={form} />
  ),
  button: 'End this contact',
  saved: 'The contact has ended',
  submit: async (visit, { id, version }, { endedOn }, { child }) => {
    await endContact(visit, { id, childId: child.id, version }, endedOn)
    return undefined
  },
})

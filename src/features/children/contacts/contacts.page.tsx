import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { Button, Tag, WarningText } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import { type Corrections, correctionsOf } from '../correct.ts'
import { childPage } from '../record/child-page.tsx'
import { RecordCard } from '../record/history.tsx'
import { yesNoOrNotKnown } from '../words.ts'
import { type Contact, contactsOf } from './contacts.query.ts'

export const contactsPage = childPage({
  path: '/children/:child/contacts',
  section: 'contacts',
  title: 'Contacts',
  load: async ({ tx }, { child }) => ({
    contacts: await contactsOf(tx, child.id),
    corrections: await correctionsOf(tx, child.id, 'contact'),
  }),
  view({ contacts, corrections }, { child }, { me }) {
    const card = (contact: Contact) => (
      <ContactCard {...{ contact, corrections, me }} childId={child.id} />
    )
    const [now, ended] = [
      contacts.filter(each => !each.endedOn),
      contacts.filter(each => each.endedOn),
    ]
    return (
      <>
        {now.length === 0 && <p class="govuk-body">No contacts are on record.</p>}
        {now.length > 0 && <h2 class="govuk-heading-m">Contacts now</h2>}
        {now.map(card)}
        {may(me, 'child.change') && (
          <Button variant="secondary" href={`/children/${child.id}/contacts/add`}>
            Add a contact
          </Button>
        )}
        {ended.length > 0 && <h2 class="govuk-heading-m">No longer contacts</h2>}
        {ended.map(card)}
      </>
    )
  },
})

const ContactCard = ({
  contact,
  corrections,
  childId,
  me,
}: {
  contact: Contact
  corrections: Corrections
  childId: string
  me: Me
}) => {
  const at = `/children/${childId}/contacts/${contact.id}`
  return (
    <RecordCard
      headingLevel={contact.endedOn ? 3 : 2}
      title={`${contact.name}, ${contact.relationship}`}
      rows={[
        contact.noContact && {
          key: 'No contact',
          value: <NoContact reason={contact.noContactReason} />,
        },
        { key: 'Parental responsibility', value: yesNoOrNotKnown(contact.parentalResponsibility) },
        { key: 'Lives with the child', value: yesNoOrNotKnown(contact.livesWithChild) },
        { key: 'Telephone', value: contact.telephone ?? 'Not recorded' },
        { key: 'Email', value: contact.email ?? 'Not recorded' },
        contact.language !== null && { key: 'Language', value: contact.language },
        { key: 'Order in which to try', value: contact.priority },
        contact.endedOn !== null && { key: 'Ended', value: dayInWords(contact.endedOn) },
      ]}
      recorded={contact}
      corrections={corrections.get(contact.id)}
      actions={
        may(me, 'child.change') && !contact.endedOn
          ? [
              { href: `${at}/change`, text: 'Change' },
              { href: `${at}/end`, text: 'End' },
            ]
          : []
      }
    />
  )
}

const NoContact = ({ reason }: { reason: string | null }) => (
  <>
    <Tag tone="red">Do not contact</Tag>
    <WarningText>Tell this person nothing about the child, the school or the address.</WarningText>
    {reason}
  </>
)

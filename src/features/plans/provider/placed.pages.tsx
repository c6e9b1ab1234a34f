import { BackLink, ErrorSummary, Layout, PageHeading } from '#govuk/index.ts'
import { dayAnswers } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { ContactForm, ContactTable, contactShape } from '../contacts/contacts.page.tsx'
import { contactsOf, logContact } from '../contacts/contacts.ts'
import { viewed } from '../open-placement.ts'
import { placedHere } from './placed-plan.page.tsx'

/** What the provider’s own people noted; what others noted about it is not theirs to read. */
export const placedContactsPage = formPage({
  path: '/placed/:placement/contacts',
  permission: 'contact.log',
  async load(visit) {
    const placement = await placedHere(visit)
    return { placement, contacts: await contactsOf(visit.tx, placement.id), today: visit.today }
  },
  discloses: viewed('plan.viewed'),
  schema: ({ today }) => contactShape(today),
  initial: ({ today }) => dayAnswers('on', today),
  view: ({ placement, contacts }, form) => (
    <Layout
      title="Contacts"
      form={form}
      before={<BackLink href={`/placed/${placement.id}/plan`}>The plan</BackLink>}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`Placement ${placement.name}`}>Contacts</PageHeading>
      <ContactForm form={form} />
      <ContactTable contacts={contacts} />
    </Layout>
  ),
  async submit(visit, { placement }, contact) {
    await logContact(visit, placement, contact, false)
    visit.flash('The contact is noted')
    return `/placed/${placement.id}/contacts`
  },
})

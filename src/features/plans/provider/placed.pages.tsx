import { z } from 'zod'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  TextArea,
} from '#govuk/index.ts'
import { dayAnswers, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { ContactForm, ContactTable, contactShape } from '../contacts/contacts.page.tsx'
import { contactsOf, logContact } from '../contacts/contacts.ts'
import { viewed } from '../open-placement.ts'
import { writeProviderReport } from './agree-plan.ts'
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

export const providerReportPage = formPage({
  path: '/placed/:placement/report',
  permission: 'provider-report.write',
  load: async visit => ({ placement: await placedHere(visit) }),
  discloses: viewed('plan.viewed'),
  schema: z.object({ report: text('Write your report', { most: 8000 }) }),
  view: ({ placement }, form) => (
    <Layout
      title="Write a report"
      form={form}
      before={<BackLink href={`/placed/${placement.id}/plan`}>The plan</BackLink>}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`Placement ${placement.name}`}>Write a report</PageHeading>
      <Form warnUnsaved>
        <TextArea
          name="report"
          label="What has the child reached with you, and what helped?"
          hint="The school, the partnership and the Virtual School read it. It cannot be changed once sent; you can send another."
          rows={12}
          form={form}
        />
        <Button preventDoubleClick>Send the report</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, { placement }, { report }) {
    await writeProviderReport(visit, placement, report)
    visit.flash('The report is sent')
    return `/placed/${placement.id}/plan`
  },
})

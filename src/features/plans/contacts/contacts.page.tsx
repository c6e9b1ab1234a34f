import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { dayInWords, shortDayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import { PlacementFrame } from '#features/placements/index.ts'
import {
  Button,
  DateInput,
  Details,
  ErrorSummary,
  Form,
  type FormState,
  Radios,
  Table,
  TextArea,
  TextInput,
} from '#govuk/index.ts'
import { choice, dayAnswers, optionalText, pastDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { openPlacement, viewed } from '../open-placement.ts'
import { contactKinds, contactsOf, logContact } from './contacts.ts'

export const contactShape = (today: IsoDate) =>
  z.object({
    on: pastDay('the day', today),
    kind: choice(['visit', 'call', 'meeting', 'message'], 'Choose what kind of contact it was'),
    withWhom: text('Say with whom', { most: 300 }),
    note: optionalText({ most: 4000 }),
  })

/** Who was in touch with whom about the placement: at least every ten school days (PLN-09). */
export const contactsPage = formPage({
  path: '/placements/:placement/contacts',
  permission: 'plan.read',
  load: async visit => ({
    ...(await openPlacement(visit)),
    contacts: await contactsOf(visit.tx, visit.params.placement),
    today: visit.today,
  }),
  discloses: viewed('plan.viewed'),
  schema: ({ today }) => contactShape(today),
  initial: ({ today }) => dayAnswers('on', today),
  view: ({ placement, child, run, contacts }, form, { me }) => (
    <PlacementFrame placement={placement} child={child} me={me} run={run} title="Contacts">
      <ErrorSummary form={form} />
      <p class="govuk-body">
        Somebody is in touch with the provider and the child at least every ten school days, and
        notes it here. {lastIn(contacts)}
      </p>
      {may(me, 'contact.log') && <ContactForm form={form} />}
      <ContactTable contacts={contacts} />
    </PlacementFrame>
  ),
  async submit(visit, { placement, run }, contact) {
    if (!may(visit.me, 'contact.log')) throw new NotFound()
    await logContact(visit, placement, contact, run)
    visit.flash('The contact is noted')
    return `/placements/${placement.id}/contacts`
  },
})

const lastIn = ([last]: Awaited<ReturnType<typeof contactsOf>>) =>
  last ? `The last time was on ${dayInWords(last.on_day)}.` : 'Nobody has noted anything yet.'

export const ContactForm = ({ form }: { form: FormState }) => (
  <Details summary="Note a contact" open={Object.keys(form.errors).length > 0}>
    <Form>
      <DateInput name="on" label="When was it?" form={form} />
      <Radios name="kind" label="What was it?" form={form} items={contactKinds} small />
      <TextInput name="withWhom" label="With whom?" hint="Names and roles" form={form} />
      <TextArea name="note" label="What came of it? (optional)" rows={3} form={form} />
      <Button preventDoubleClick>Note the contact</Button>
    </Form>
  </Details>
)

export const ContactTable = ({
  contacts,
}: {
  contacts: Awaited<ReturnType<typeof contactsOf>>
}) => (
  <Table
    caption="Contacts, the newest first"
    head={['Day', 'What', 'With whom', 'What came of it', 'Noted by']}
    rows={contacts.map(each => [
      shortDayInWords(each.on_day),
      contactKinds[each.kind],
      each.with_whom,
      each.note ?? '',
      `${each.person ?? 'Somebody'}${each.organisation ? `, ${each.organisation}` : ''}`,
    ])}
    empty="No contact is noted yet."
  />
)

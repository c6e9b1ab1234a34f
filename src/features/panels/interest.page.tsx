import { z } from 'zod'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  InsetText,
  Layout,
  PageHeading,
  Radios,
  TextInput,
} from '#govuk/index.ts'
import { optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { agendaItem } from './agenda.ts'
import { declareInterest, interestKinds } from './interests.ts'

const keys = Object.keys(interestKinds) as [
  keyof typeof interestKinds,
  ...(keyof typeof interestKinds)[],
]

export const interestPage = formPage({
  path: '/meetings/:meeting/items/:item/interest',
  permission: 'pack.read',
  discloses: 'nothing personal',
  schema: z.object({
    kind: z.enum(keys, 'Choose what your interest is'),
    note: optionalText({ most: 300 }),
  }),
  load: visit => agendaItem(visit, visit.params.meeting, visit.params.item),
  view: (item, form) => (
    <Layout
      title="Declare an interest"
      form={form}
      before={<BackLink href={`/meetings/${item.meeting_id}/items/${item.id}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={item.reference ? `R-${item.reference}` : ''}>
        Declare an interest
      </PageHeading>
      <InsetText>
        From then on you can no longer read this case, and take no part in deciding it.
      </InsetText>
      <Form>
        <Radios name="kind" label="What is your interest?" form={form} items={interestKinds} />
        <TextInput
          name="note"
          label="Anything the chair should know (optional)"
          hint="Do not write about the child"
          form={form}
        />
        <Button>Declare it</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, item, { kind, note }) {
    await declareInterest(visit, item, kind, note)
    visit.flash('Your interest is recorded. You take no part in this case.')
    return `/meetings/${item.meeting_id}`
  },
})

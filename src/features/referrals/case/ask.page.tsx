import { z } from 'zod'
import { Button, DateInput, Form, Select, TextArea } from '#govuk/index.ts'
import { optionalDay, optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { sectionCalled, sections } from '../form/sections.ts'
import { caseDisclosed } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'
import { openForTriage } from './decide.pages.tsx'
import { askForInformation } from './information.ts'

/** A question to whoever referred. */
export const askPage = formPage({
  path: '/cases/:referral/ask',
  permission: 'referral.triage',
  load: openForTriage,
  discloses: caseDisclosed,
  schema: z.object({
    question: text('Say what you need to know'),
    section: optionalText({ most: 40 }).pipe(
      z
        .string()
        .nullable()
        .refine(key => key === null || sectionCalled(key) !== undefined, 'Choose from the list'),
    ),
    due: optionalDay('the day by which you need it'),
  }),
  view: (opened, form) => (
    <CaseLayout
      opened={opened}
      title="Ask for information"
      form={form}
      back={`/cases/${opened.referral.id}`}
    >
      <Form>
        <TextArea
          name="question"
          form={form}
          label="What do you need to know?"
          hint={`${opened.referrer} answers in the same place. The case waits for them until then.`}
        />
        <Select
          name="section"
          form={form}
          label="Which part is it about? (optional)"
          items={[
            { value: '', text: 'The whole referral' },
            ...sections.map(({ key, title }) => ({ value: key, text: title })),
          ]}
        />
        <DateInput
          name="due"
          form={form}
          label="By when do you need it? (optional)"
          labelSize="s"
        />
        <Button preventDoubleClick>Send the question</Button>
      </Form>
    </CaseLayout>
  ),
  submit: async (visit, { referral }, input) => {
    await askForInformation(visit, referral.id, input)
    visit.flash('The question is sent')
    return `/cases/${referral.id}/questions`
  },
})

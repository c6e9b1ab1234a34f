import { Button, DateInput, Form, type FormState, Radios, TextArea } from '#govuk/index.ts'
import type { OnRollCheck } from './on-roll.query.ts'

/** What the school said of the allocation, in words. */
export const objections: Record<string, string> = {
  full: 'The school says that it is full',
  other: 'The school objects',
}

/** Is the child on roll? Each of the two says so for itself; the school may object. */
export const OnRollAnswer = ({
  form,
  check,
  isSchool,
}: {
  form: FormState
  check: OnRollCheck
  isSchool: boolean
}) => (
  <Form version={check.version}>
    <Radios
      name="answer"
      label="Is the child on roll?"
      form={form}
      items={[
        {
          value: 'on roll',
          label: 'Yes',
          conditional: <DateInput name="rollDate" label="First day on roll" form={form} />,
        },
        {
          value: 'not yet',
          label: 'Not yet',
          conditional: (
            <>
              <TextArea name="words" label="What is happening?" rows={3} form={form} />
              {isSchool && (
                <Radios
                  name="objects"
                  label="Does the school object to taking the child?"
                  hint="The allocation stands until the panel decides otherwise."
                  form={form}
                  items={[
                    { value: 'no', label: 'No' },
                    { value: 'full', label: 'Yes, the school is full' },
                    { value: 'other', label: 'Yes, for another reason' },
                  ]}
                />
              )}
            </>
          ),
        },
      ]}
    />
    <Button>Send</Button>
  </Form>
)

import { momentInWords } from '#domain/london-time.ts'
import { roleNames } from '#domain/permissions.ts'
import {
  Button,
  EmptyState,
  Form,
  type FormState,
  InsetText,
  TextArea,
  Timeline,
} from '#govuk/index.ts'
import { Lines } from '../report-view.tsx'
import type { Reading } from './readings.query.ts'

/** Who has read it: so that the provider knows that it reached somebody. */
export const ReadingsView = ({ readings }: { readings: readonly Reading[] }) => (
  <>
    <h2 class="govuk-heading-m">Who has read it</h2>
    {readings.length === 0 ? (
      <EmptyState title="Nobody has said so yet">
        Who reads it presses a button, and stands here with the day.
      </EmptyState>
    ) : (
      <Timeline
        events={readings.map(each => ({
          title: each.reply ? 'Read and answered' : 'Read',
          by: `${each.person ?? 'Somebody'}, ${roleNames[each.as_role]}, ${each.organisation ?? ''}`,
          when: momentInWords(each.at),
          dateTime: each.at.toISOString(),
          children: each.reply && <Lines text={each.reply} />,
        }))}
      />
    )}
  </>
)

/** The button of who received it, and room for an answer. */
export const ReadForm = ({
  form,
  already,
  lead,
}: {
  form: FormState
  already: boolean
  /** A safeguarding lead who has the other part still to read. */
  lead: boolean
}) => (
  <Form>
    {lead && !already && (
      <InsetText>Read the safeguarding part too before you say that you have read it.</InsetText>
    )}
    <TextArea
      name="reply"
      label={already ? 'Answer the provider' : 'Answer the provider (optional)'}
      hint="What you will do, or what you ask. The provider and everybody who reads the report read it: nothing that is for safeguarding leads alone"
      rows={3}
      form={form}
    />
    <Button preventDoubleClick>{already ? 'Send the answer' : 'I have read it'}</Button>
  </Form>
)

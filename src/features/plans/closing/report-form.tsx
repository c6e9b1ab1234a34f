import { Button, Form, type FormState, StaleAnswers, TextArea } from '#govuk/index.ts'
import type { Objective } from '../plan/plan.query.ts'
import { StandingFields } from '../plan/standing-fields.tsx'

/** What an end report says, and the outcome of each objective. */
export const ReportForm = ({
  objectives,
  version,
  form,
}: {
  objectives: readonly Objective[]
  version: number
  form: FormState
}) => (
  <>
    <StaleAnswers
      form={form}
      labels={{
        progress: 'Progress',
        achievements: 'Achievements',
        destination: 'Goes next to',
      }}
    />
    <Form version={version} warnUnsaved>
      <TextArea name="progress" label="What progress did the child make?" rows={5} form={form} />
      <TextArea
        name="achievements"
        label="What did the child achieve?"
        hint="Qualifications, skills, attendance, anything to be proud of"
        rows={4}
        form={form}
      />
      <TextArea name="destination" label="Where does the child go next?" rows={2} form={form} />
      <StandingFields objectives={objectives} form={form} blank="Leave it as it was noted last" />
      <Button preventDoubleClick>Save the end report</Button>
    </Form>
  </>
)

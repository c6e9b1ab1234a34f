import {
  Button,
  Details,
  Form,
  type FormState,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '#govuk/index.ts'
import { scrutinyGrid } from '#rules/data/scrutiny-grid.ts'
import type { JudgementRow } from '../visit.query.ts'
import { gradeWords, interviewKinds, sectionWords } from '../words.ts'

/** Every item of the grid under its letter, and after each area a place for what the grid does not name. */
const everything = Object.fromEntries(
  scrutinyGrid.flatMap(({ id, items }) => [
    ...items.map(item => [item.id, `${id}. ${item.text}`]),
    [`own-${id}`, `${id}. Something else`],
  ]),
)

export const ItemForm = ({ form }: { form: FormState }) => (
  <section aria-labelledby="look">
    <h2 class="govuk-heading-m" id="look">
      Write down what you look at
    </h2>
    <Form classes="onroll-kept-form">
      <input type="hidden" name="what" value="item" />
      <Select
        form={form}
        name="item"
        label="What do you look at?"
        hint="A learning, B teaching, C behaviour and safety, D leadership"
        blank="Choose"
        items={everything}
      />
      <TextInput form={form} name="free" label="If it is something else: what?" />
      <TextArea form={form} name="note" label="What do you find? (optional)" rows={3} />
      <Button>Keep this</Button>
    </Form>
  </section>
)

export const InterviewForm = ({ form }: { form: FormState }) => (
  <section aria-labelledby="talk">
    <h2 class="govuk-heading-m" id="talk">
      Write down a talk
    </h2>
    <Form classes="onroll-kept-form">
      <input type="hidden" name="what" value="interview" />
      <Radios form={form} name="kind" label="With whom?" items={interviewKinds} small inline />
      <TextInput form={form} name="job" label="Of staff: their job" hint="Not their name" />
      <TextInput form={form} name="people" label="How many people?" width="3" inputmode="numeric" />
      <TextArea form={form} name="said" label="What did they say? (optional)" rows={3} />
      <Button>Keep this talk</Button>
    </Form>
  </section>
)

/** One form for each area, closed until it is wanted: with what stands, so that it can be judged anew. */
export const JudgementForms = ({
  form,
  judgements,
}: {
  form: FormState
  judgements: readonly JudgementRow[]
}) => (
  <section aria-labelledby="judge">
    <h2 class="govuk-heading-m" id="judge">
      Judge each area
    </h2>
    {scrutinyGrid.map(({ id }) => {
      const known = judgements.find(({ section }) => section === id)
      const asked = form.values['what'] === `judgement-${id}`
      const shown: FormState = asked
        ? form
        : {
            values: {
              [`grade-${id}`]: known?.grade ?? '',
              [`judgement-${id}`]: known?.judgement ?? '',
            },
            errors: {},
          }
      return (
        <Details
          summary={`${sectionWords[id]}${known?.grade ? ` (${gradeWords[known.grade]})` : ''}`}
          open={asked}
        >
          <Form classes="onroll-kept-form">
            <input type="hidden" name="what" value={`judgement-${id}`} />
            <input type="hidden" name={`base-${id}`} value={known?.version ?? 0} />
            <Radios form={shown} name={`grade-${id}`} label="Grade" items={gradeWords} small />
            <TextArea
              form={shown}
              name={`judgement-${id}`}
              label="How do you judge this area?"
              rows={4}
            />
            <Button>Keep this judgement</Button>
          </Form>
        </Details>
      )
    })}
  </section>
)

import { localAuthorities } from '#domain/codes/local-authority.ts'
import { DateInput, type FormState, InsetText, Select } from '#govuk/index.ts'
import { asks, type GateModel, sinceField } from './gate-schema.ts'
import type { GateQuestion } from './questions.ts'

/** The answers to choose from, each with what it asks for besides. */
export function gateItems(question: GateQuestion, form: FormState, model: GateModel) {
  return Object.entries(question.options).map(([value, label]) => {
    const about = asks(question, value, model.form, model.recorded)
    const conditional = (
      <>
        {about.authority && (
          <Select
            name="authority"
            form={form}
            label="Which authority?"
            blank="Choose an authority"
            items={localAuthorities
              .on(model.today)
              .map(authority => ({ value: authority.key, text: authority.name }))}
          />
        )}
        {about.since && (
          <DateInput
            name={sinceField(value)}
            form={form}
            label={value === 'excluded' ? 'When was it decided?' : 'Since when?'}
            labelSize="s"
          />
        )}
      </>
    )
    return about.authority || about.since ? { value, label, conditional } : { value, label }
  })
}

const recordPages: Readonly<Record<string, string>> = {
  roll: '/roll',
  'special-needs': '/special-needs',
  care: '/care',
  admission: '/roll',
}

export const WhatIsRecorded = ({
  question,
  model,
}: {
  question: GateQuestion
  model: GateModel
}) => (
  <InsetText>
    {model.recorded
      ? `The record says: ${question.options[model.recorded]}.`
      : 'Nothing is recorded about this yet.'}{' '}
    <a
      class="govuk-link"
      href={`/children/${model.form.child.id}${recordPages[question.key] ?? ''}`}
    >
      Open the child’s page
    </a>
  </InsetText>
)

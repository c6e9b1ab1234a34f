import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { authorityParameters } from '#features/findings/index.ts'
import {
  BackLink,
  Button,
  DateInput,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  Radios,
  TextArea,
  TextInput,
} from '#govuk/index.ts'
import { day, dayAnswers, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Parameter } from '#rules/parameter.ts'
import { choicesOf } from '../choice-words.ts'
import { ValuesOf, versionsOf } from '../rule-numbers.tsx'
import { unitInWords } from '../value-words.ts'
import { kindOf, parameters, rulesReading, valueSchema } from './parameter-kind.ts'
import { proposeValue } from './propose.ts'

/** One number with every value it has had, and the form for a new one. */
export const parameterPage = formPage({
  path: '/administration/parameters/:parameter',
  permission: 'parameter.change',
  discloses: 'nothing personal',
  load: async ({ tx, params, today }) => {
    const parameter = parameters.get(params.parameter)
    if (!parameter) throw new NotFound()
    return { parameter, today, versions: versionsOf(parameter, await authorityParameters(tx)) }
  },
  schema: ({ parameter }) =>
    z.object({
      value: valueSchema(parameter),
      from: day('the day from which it holds'),
      source: text('Say where the new value is written', { most: 500 }),
      why: text('Say why it is changed', { most: 2000 }),
    }),
  initial: ({ today }) => dayAnswers('from', today),
  view: ({ parameter, versions, today }, form) => (
    <Layout
      title={parameter.name}
      form={form}
      before={<BackLink href="/administration/parameters" />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`Number ${parameter.id}`}>{parameter.name}</PageHeading>
      <p class="govuk-body">
        Read by{' '}
        {rulesReading(parameter.id).map((rule, at) => (
          <>
            {at > 0 && ', '}
            <a class="govuk-link" href={`/rules/${rule.id}`}>
              {rule.id} {rule.title}
            </a>
          </>
        ))}
        .
      </p>
      <ValuesOf parameter={parameter} versions={versions} today={today} />
      <h2 class="govuk-heading-m">Add a new value</h2>
      <Form warnUnsaved>
        <ValueField parameter={parameter} form={form} />
        <DateInput name="from" label="From which day it holds" form={form} />
        <TextInput
          name="source"
          label="Where it is written"
          hint="For example: minutes of the partnership board, 3 November 2026"
          form={form}
        />
        <TextArea name="why" label="Why it is changed" rows={3} form={form} />
        <Button preventDoubleClick>See what it would change</Button>
      </Form>
    </Layout>
  ),
  submit: async (visit, { parameter }, { value, from, source, why }) => {
    const id = await proposeValue(visit, { parameter: parameter.id, value, from, source, why })
    return `/administration/parameters/considered/${id}`
  },
})

const ValueField = ({ parameter, form }: { parameter: Parameter; form: FormState }) => {
  const kind = kindOf(parameter)
  const unit = unitInWords(parameter)
  if (kind === 'switch')
    return (
      <Radios
        name="value"
        label="Is it in force?"
        inline
        form={form}
        items={{ yes: 'Yes', no: 'No' }}
      />
    )
  if (kind === 'choice')
    return <Radios name="value" label="New value" form={form} items={choicesOf(parameter)} />
  if (kind === 'day') return <DateInput name="value" label="New day" form={form} />
  return (
    <TextInput
      name="value"
      label="New value"
      hint={kind === 'day of the year' ? 'Month and day, for example 06-01' : unit}
      width="10"
      form={form}
      {...(kind.startsWith('money') ? { prefix: '£' } : {})}
    />
  )
}

import { z } from 'zod'
import { localAuthorities } from '#domain/codes/local-authority.ts'
import type { IsoDate } from '#domain/dates.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  DateInput,
  ErrorSummary,
  Form,
  type FormState,
  InsetText,
  Layout,
  Radios,
  Select,
} from '#govuk/index.ts'
import { optionalDay, optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { referralForm } from '../form/referral-form.query.ts'
import { answerGate, recordedAnswer } from './answer-gate.ts'
import { type GateQuestion, gateQuestions, gateStop } from './questions.ts'

interface Model {
  readonly form: Awaited<ReturnType<typeof referralForm>>
  readonly recorded: string | undefined
  readonly own: { readonly key: string; readonly name: string }
  readonly today: IsoDate
}

/** One question a page. What the record knows is shown, and an answer that contradicts it is not taken. */
export const gatePages = gateQuestions.map((question, at) =>
  formPage({
    path: `/referrals/:referral/gate/${question.key}` as '/referrals/:referral',
    permission: 'referral.write',
    discloses: ({ form }: Model) => ({
      event: 'referral.viewed',
      subjectKind: 'referral',
      subjectId: form.referral.id,
      childId: form.child.id,
    }),
    load: async (visit): Promise<Model> => {
      const form = await referralForm(visit, visit.params.referral)
      if (form.referral.kind !== 'school') throw new NotFound()
      const { me, today } = visit
      return {
        form,
        today,
        recorded: recordedAnswer(question, form, me.organisationId, today),
        own: await ownAuthority(visit),
      }
    },
    schema: (model: Model) => schemaFor(question, model),
    initial: ({ form, recorded }) => {
      const answer = form.referral[question.column] ?? recorded
      return answer ? { answer } : {}
    },
    version: ({ form }) => form.referral.version,
    view: (model, form) => (
      <Layout title={question.question} form={form} before={<BackLink href={before(at, model)} />}>
        <ErrorSummary form={form} />
        <Form version={model.form.referral.version}>
          <span class="govuk-caption-l">
            {model.form.child.name}, question {at + 1} of {gateQuestions.length}
          </span>
          <Radios
            name="answer"
            form={form}
            label={question.question}
            isPageHeading
            hint={question.hint}
            items={items(question, form, model)}
          />
          <WhatIsRecorded question={question} model={model} />
          <Button preventDoubleClick>Continue</Button>
        </Form>
      </Layout>
    ),
    submit: async (visit, { form, own }, input) => {
      const { answer, authority, since } = input
      const ofOwn = answer === 'own-authority' ? own.key : authority
      await answerGate(visit, form, question, { answer, authority: ofOwn, since })
      const id = form.referral.id
      const answers = { ...form.referral, [question.column]: answer }
      const stop = gateStop(answers)
      const next = gateQuestions[at + 1]
      if (stop && stop !== 'open') return `/referrals/${id}/gate/outcome`
      return next ? `/referrals/${id}/gate/${next.key}` : `/referrals/${id}/gate/outcome`
    },
  }),
)

const before = (at: number, { form }: Model) =>
  at === 0
    ? '/referrals'
    : `/referrals/${form.referral.id}/gate/${gateQuestions[at - 1]?.key ?? 'roll'}`

function schemaFor(question: GateQuestion, { recorded, form, today }: Model) {
  return z
    .object({
      answer: z.enum(Object.keys(question.options) as [string, ...string[]], question.missing),
      authority: optionalText({ most: 60 }),
      since: optionalDay('the date'),
    })
    .superRefine(({ answer, authority, since }, context) => {
      const wrong = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (recorded && recorded !== answer)
        return wrong(
          'answer',
          `The record says “${question.options[recorded]}”. If that is no longer so, change it on the child’s page and come back`,
        )
      if (question.key === 'roll' && answer === 'here' && recorded !== 'here')
        wrong(
          'answer',
          'The child is not on your roll in Onroll yet. Enter it on the child’s page and come back',
        )
      const about = asks(question, answer, form, recorded)
      if (about.authority && (!authority || !localAuthorities.has(authority)))
        wrong('authority', 'Choose the authority')
      if (about.since && !since) wrong('since', about.since)
      if (since && since > today) wrong('since', 'The date must be today or in the past')
    })
}

/** What more has to be known with an answer, when nothing is recorded. */
function asks(
  question: GateQuestion,
  answer: string,
  { child }: Model['form'],
  recorded: string | undefined,
): { authority?: true; since?: string } {
  if (recorded) return {}
  if (question.key === 'roll' && answer === 'excluded')
    return { since: 'Enter the day on which the head teacher decided' }
  if (question.key === 'special-needs' && answer === 'ehcp' && !child.specialNeeds)
    return { authority: true }
  if (question.key === 'care' && !child.care) {
    if (answer === 'own-authority') return { since: 'Enter since when' }
    if (answer === 'other-authority') return { authority: true, since: 'Enter since when' }
  }
  return {}
}

function items(question: GateQuestion, form: FormState, model: Model) {
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
            name="since"
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

const WhatIsRecorded = ({ question, model }: { question: GateQuestion; model: Model }) => (
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

async function ownAuthority({ tx }: { tx: import('#platform/database/database.ts').Tx }) {
  const row = await tx
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'authority')
    .executeTakeFirst()
  const { key = 'authority', name = 'this authority' } = (row?.value ?? {}) as {
    key?: string
    name?: string
  }
  return { key, name }
}

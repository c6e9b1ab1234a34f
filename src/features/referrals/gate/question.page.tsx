import { NotFound } from '#domain/refusal.ts'
import { BackLink, Button, ErrorSummary, Form, Layout, Radios } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { formPage } from '#platform/http/page.tsx'
import { referralForm } from '../form/referral-form.query.ts'
import { answerGate, recordedAnswer } from './answer-gate.ts'
import { gateItems, WhatIsRecorded } from './gate-fields.tsx'
import { type GateModel, schemaFor, sinceField } from './gate-schema.ts'
import { gateQuestions, gateStop } from './questions.ts'

/** One question a page. What the record knows is shown, and an answer that contradicts it is not taken. */
export const gatePages = gateQuestions.map((question, at) =>
  formPage({
    path: `/referrals/:referral/gate/${question.key}` as '/referrals/:referral',
    permission: 'referral.write',
    discloses: ({ form }: GateModel) => ({
      event: 'referral.viewed',
      subjectKind: 'referral',
      subjectId: form.referral.id,
      childId: form.child.id,
    }),
    load: async (visit): Promise<GateModel> => {
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
    schema: (model: GateModel) => schemaFor(question, model),
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
            items={gateItems(question, form, model)}
          />
          <WhatIsRecorded question={question} model={model} />
          <Button preventDoubleClick>Continue</Button>
        </Form>
      </Layout>
    ),
    submit: async (visit, { form, own }, input) => {
      const { answer, authority, ...days } = input
      const ofOwn = answer === 'own-authority' ? own.key : authority
      await answerGate(visit, form, question, {
        answer,
        authority: ofOwn,
        since: days[sinceField(answer)],
      })
      const id = form.referral.id
      const answers = { ...form.referral, [question.column]: answer }
      const stop = gateStop(answers)
      const next = gateQuestions[at + 1]
      if (stop && stop !== 'open') return `/referrals/${id}/gate/outcome`
      return next ? `/referrals/${id}/gate/${next.key}` : `/referrals/${id}/gate/outcome`
    },
  }),
)

const before = (at: number, { form }: GateModel) =>
  at === 0
    ? '/referrals'
    : `/referrals/${form.referral.id}/gate/${gateQuestions[at - 1]?.key ?? 'roll'}`

async function ownAuthority({ tx }: { tx: Tx }) {
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

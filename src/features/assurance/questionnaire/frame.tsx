import type { ComponentChildren } from 'preact'
import { dayInWords } from '#domain/london-time.ts'
import { BackLink, ErrorSummary, type FormState, Layout, PageHeading, Tag } from '#govuk/index.ts'
import { type QuestionnaireStatus, statusWords } from './lifecycle.ts'
import type { Questionnaire } from './questionnaire.query.ts'

/** A page of one form: which it is, about whom and where, and the way back. */
export const QuestionnaireFrame = ({
  form,
  title,
  back,
  state,
  children,
}: {
  form: Questionnaire
  title: string
  back?: string
  state?: FormState
  children: ComponentChildren
}) => (
  <Layout
    title={`${title}, ${form.name}`}
    {...(state ? { form: state } : {})}
    before={
      <BackLink href={back ?? '/questionnaires'}>
        {back ? `Questionnaire ${form.name}` : 'Questionnaires'}
      </BackLink>
    }
  >
    {state && <ErrorSummary form={state} />}
    <PageHeading caption={`${form.name}: ${form.childName}, ${form.providerName}`}>
      {title}
    </PageHeading>
    {children}
  </Layout>
)

export const StatusTag = ({ status }: { status: QuestionnaireStatus }) => (
  <Tag tone={statusWords[status].tone}>{statusWords[status].word}</Tag>
)

/** Why it came back, in the words of the Virtual School. */
export const SentBack = ({ form }: { form: Questionnaire }) =>
  form.status === 'sent back' && form.sent_back_because ? (
    <div class="govuk-inset-text">
      <p class="govuk-body govuk-!-font-weight-bold">The Virtual School sent it back</p>
      <p class="govuk-body">{form.sent_back_because}</p>
      <p class="govuk-body">Return it again by {dayInWords(form.due_on)}.</p>
    </div>
  ) : null

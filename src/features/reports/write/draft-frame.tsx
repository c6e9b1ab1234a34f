import type { ComponentChildren } from 'preact'
import type { Hub } from '#features/organisations/index.ts'
import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  StaleAnswers,
  TwoThirds,
} from '#govuk/index.ts'
import { DangerNow } from '../danger-now.tsx'
import type { Report } from '../report.query.ts'
import { kindWords } from '../report.ts'
import { DiscardDraft } from './discard-draft.tsx'

/** The form of a draft: what to do in danger first, then the questions, then the two ways on. */
export const DraftFrame = ({
  report,
  hub,
  form,
  labels,
  children,
}: {
  report: Report
  hub: Hub
  form: FormState
  labels: Readonly<Record<string, string>>
  children: ComponentChildren
}) => (
  <Layout
    title={kindWords[report.kind]}
    form={form}
    before={<BackLink href={`/provider-reports/${report.id}`}>The draft</BackLink>}
  >
    <TwoThirds>
      <ErrorSummary form={form} />
      {report.status === 'sent' && (
        <Alert kind="warning" title="This report was sent meanwhile">
          <p class="govuk-body">
            It stays as it is.{' '}
            <a class="govuk-link" href={`/provider-reports/${report.id}/correct`}>
              Correct it
            </a>
            , and take your words with you.
          </p>
        </Alert>
      )}
      <StaleAnswers form={form} labels={labels} />
      <PageHeading caption={`${report.childName}, ${report.name}`}>
        {kindWords[report.kind]}
      </PageHeading>
      <DangerNow hub={hub} />
      <Form version={report.version} warnUnsaved>
        {children}
        {report.status === 'draft' && (
          <ButtonGroup>
            <Button name="next" value="check" preventDoubleClick>
              Save and check
            </Button>
            <Button name="next" value="later" variant="secondary" preventDoubleClick>
              Save and finish later
            </Button>
          </ButtonGroup>
        )}
      </Form>
      {report.status === 'draft' && <DiscardDraft report={report} />}
    </TwoThirds>
  </Layout>
)

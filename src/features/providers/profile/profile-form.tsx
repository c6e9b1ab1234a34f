import type { ComponentChildren } from 'preact'
import {
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

/** The frame of every form about a provider. */
export const ProfileForm = ({
  title,
  provider,
  form,
  version,
  back = `/providers/${provider.id}`,
  button = 'Save',
  children,
}: {
  title: string
  provider: { readonly id: string; readonly name: string; readonly version?: number }
  form: FormState
  /** Of the record that is changed, where it is not the provider itself. */
  version?: number
  back?: string
  button?: string
  children: ComponentChildren
}) => (
  <Layout title={`${title}: ${provider.name}`} form={form} before={<BackLink href={back} />}>
    <TwoThirds>
      <ErrorSummary form={form} />
      <StaleAnswers form={form} labels={{}} />
      <PageHeading caption={provider.name}>{title}</PageHeading>
      <Form version={version ?? provider.version} warnUnsaved>
        {children}
        <ButtonGroup>
          <Button preventDoubleClick>{button}</Button>
          <a class="govuk-link" href={back}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </TwoThirds>
  </Layout>
)

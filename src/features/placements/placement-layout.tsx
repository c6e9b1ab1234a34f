import type { ComponentChildren } from 'preact'
import {
  BackLink,
  ErrorSummary,
  type FormState,
  Layout,
  PageHeading,
  StaleAnswers,
} from '#govuk/index.ts'
import type { Placement } from './placement.query.ts'

/** A page about one placement: its reference above the heading, and the way back. */
export const PlacementLayout = ({
  placement,
  title,
  form,
  back,
  backText,
  caption,
  labels = {},
  children,
}: {
  placement: Pick<Placement, 'id' | 'name' | 'childName'>
  title: string
  form?: FormState
  back: string
  backText?: string
  caption?: string
  /** What each field is called: of two who write at once, the second reads what the first saved. */
  labels?: Readonly<Record<string, string>>
  children: ComponentChildren
}) => (
  <Layout
    title={`${title}, ${placement.name}`}
    {...(form ? { form } : {})}
    before={<BackLink href={back}>{backText ?? 'The placement'}</BackLink>}
  >
    {form && <ErrorSummary form={form} />}
    {form && <StaleAnswers form={form} labels={labels} />}
    <PageHeading caption={caption ?? `${placement.name}, ${placement.childName}`}>
      {title}
    </PageHeading>
    {children}
  </Layout>
)

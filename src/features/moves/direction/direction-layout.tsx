import type { ComponentChildren } from 'preact'
import { BackLink, ErrorSummary, type FormState, Layout, PageHeading, Tag } from '#govuk/index.ts'
import type { Direction } from './direction.query.ts'
import { type DirectionStatus, statusWords } from './direction.ts'

/** A page about one direction: which it is above the heading, and the way back. */
export const DirectionLayout = ({
  direction,
  title,
  form,
  back,
  backText = 'The direction',
  children,
}: {
  direction: Pick<Direction, 'name' | 'schoolName'>
  title: string
  form?: FormState
  back: string
  backText?: string
  children: ComponentChildren
}) => (
  <Layout
    title={`${title}, ${direction.name}`}
    {...(form ? { form } : {})}
    before={<BackLink href={back}>{backText}</BackLink>}
  >
    {form && <ErrorSummary form={form} />}
    <PageHeading caption={`${direction.name}, ${direction.schoolName}`}>{title}</PageHeading>
    {children}
  </Layout>
)

export const DirectionTag = ({ status }: { status: DirectionStatus }) => (
  <Tag tone={statusWords[status].tone}>{statusWords[status].word}</Tag>
)

import type { ComponentChildren } from 'preact'
import { BackLink, ErrorSummary, type FormState, Layout, PageHeading } from '#govuk/index.ts'
import type { AuditEntry } from '#platform/audit.ts'
import type { RollRemoval } from './removal.query.ts'

/** A page about one removal, with the way back to it. */
export const RemovalLayout = ({
  removal,
  title,
  form,
  children,
}: {
  removal: Pick<RollRemoval, 'id' | 'childName' | 'school'>
  title: string
  form: FormState
  children: ComponentChildren
}) => (
  <Layout
    title={title}
    form={form}
    before={<BackLink href={`/removals/${removal.id}`}>The removal</BackLink>}
  >
    <ErrorSummary form={form} />
    <PageHeading caption={`${removal.childName}, roll of ${removal.school}`}>{title}</PageHeading>
    {children}
  </Layout>
)

/** What opening a page about a removal tells the reader of: the child. */
export const removalViewed = ({
  removal,
}: {
  readonly removal: Pick<RollRemoval, 'id' | 'child_id'>
}): AuditEntry => ({
  event: 'removal.viewed',
  subjectKind: 'removal',
  subjectId: removal.id,
  childId: removal.child_id,
})

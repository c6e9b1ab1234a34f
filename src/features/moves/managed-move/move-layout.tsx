import type { ComponentChildren } from 'preact'
import { BackLink, ErrorSummary, type FormState, Layout, PageHeading } from '#govuk/index.ts'
import type { AuditEntry } from '#platform/audit.ts'
import type { Move } from './move.query.ts'

/** A page about one managed move, with the way back to it. */
export const MoveLayout = ({
  move,
  title,
  form,
  children,
}: {
  move: Pick<Move, 'id' | 'childName' | 'fromSchool' | 'toSchool'>
  title: string
  form: FormState
  children: ComponentChildren
}) => (
  <Layout
    title={title}
    form={form}
    before={<BackLink href={`/moves/${move.id}`}>The managed move</BackLink>}
  >
    <ErrorSummary form={form} />
    <PageHeading caption={`${move.childName}, from ${move.fromSchool} to ${move.toSchool}`}>
      {title}
    </PageHeading>
    {children}
  </Layout>
)

/** What opening a page about a move tells the reader of: the child. */
export const moveViewed = ({
  move,
}: {
  readonly move: Pick<Move, 'id' | 'child_id'>
}): AuditEntry => ({
  event: 'move.viewed',
  subjectKind: 'move',
  subjectId: move.id,
  childId: move.child_id,
})

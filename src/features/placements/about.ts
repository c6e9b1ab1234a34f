import type { AuditEntry } from '#platform/audit.ts'

/** What opening a page about a placement tells the reader of: the child. */
export const placementViewed = ({
  placement,
}: {
  readonly placement: { readonly id: string; readonly child_id: string }
}): AuditEntry => ({
  event: 'placement.viewed',
  subjectKind: 'placement',
  subjectId: placement.id,
  childId: placement.child_id,
})

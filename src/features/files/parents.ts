/** The record that a file belongs to: who may know of the record may know of the file (row 24 of the matrix). */
export interface FileParent {
  readonly kind: ParentKind
  readonly id: string
}
export type ParentKind = keyof typeof parents

/** A column of its own for each kind of record; what the row says it is; and how a person calls the record. */
export const parents = {
  case: { column: 'referral_id', purpose: 'case document', called: 'this case' },
  evidence: {
    column: 'evidence_id',
    purpose: 'evidence of a provider',
    called: 'this version of the document',
  },
  visit: { column: 'visit_id', purpose: 'file of a visit', called: 'this visit' },
} as const

import { appendixTwo, type EvidenceDocument, letterOnly } from '#rules/data/documents.ts'
import type { Insurance } from '#rules/facts.ts'

/** The four groups of the Department’s voluntary standards for provision that is not a school (August 2025). */
export const standardGroups = {
  safeguarding: 'Safeguarding and welfare',
  safety: 'Health and safety',
  support: 'Admissions, support and guidance',
  education: 'Quality of education',
} as const
export type StandardGroup = keyof typeof standardGroups

export interface EvidenceKind extends EvidenceDocument {
  readonly group: StandardGroup
  /** Where the document is only for some: they may say in its place why there is none, and that is looked at like it. */
  readonly mayBeStatement: boolean
  readonly insurance?: Insurance['kind']
}

// Which standard a document of Appendix 2 serves is Onroll’s own reading: neither paper names the other.
const groups: Readonly<Record<StandardGroup, readonly number[]>> = {
  safeguarding: [7, 8, 12, 13, 14, 15, 16, 21, 24, 25],
  safety: [1, 2, 3, 4, 5, 6, 9, 10, 11, 26],
  support: [17, 19, 20, 23],
  education: [18, 22],
}
const groupOf = new Map<string, StandardGroup>(
  (Object.keys(groups) as StandardGroup[]).flatMap(group =>
    groups[group].map(number => [`DOC-${String(number).padStart(2, '0')}`, group] as const),
  ),
)
const insurances: Readonly<Record<string, Insurance['kind']>> = {
  'DOC-01': 'employers-liability',
  'DOC-02': 'public-liability',
  'DOC-26': 'professional-indemnity',
}
const forSome = new Set(['DOC-03', 'DOC-09', 'DOC-10', 'DOC-11', 'DOC-22'])

/** What a provider shows: the 25 documents of Appendix 2, and the one that only the letter asks for. */
export const evidenceKinds: readonly EvidenceKind[] = [...appendixTwo, letterOnly].map(document => {
  const insurance = insurances[document.id]
  return {
    ...document,
    group: groupOf.get(document.id) ?? 'education',
    mayBeStatement: forSome.has(document.id),
    ...(insurance ? { insurance } : {}),
  }
})

export const evidenceKind = (id: string): EvidenceKind | undefined =>
  evidenceKinds.find(kind => kind.id === id)

/** The one that names staff and their checks: it is for the manager and for quality assurance alone. */
export const centralRecord = 'DOC-08'
export const safeguardingProceduresDocument = 'DOC-13'

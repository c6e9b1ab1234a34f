import type { CaseFindingRow } from '#features/findings/index.ts'

const insurances: Readonly<Record<string, string>> = {
  'employers-liability': 'DOC-01',
  'public-liability': 'DOC-02',
  'professional-indemnity': 'DOC-26',
}
const documentOf: Readonly<Record<string, string>> = {
  'EVD-03': 'DOC-01',
  'EVD-04': 'DOC-01',
  'EVD-05': 'DOC-02',
  'EVD-06': 'DOC-26',
  'EVD-08': 'DOC-08',
  'EVD-09': 'DOC-13',
}
const pages = {
  registration: 'What the provider is',
  people: 'Its staff',
  checks: 'Checks and agreements',
  evidence: 'Its documents',
} as const
const pageOf: Readonly<Record<string, keyof typeof pages>> = {
  'EVD-02': 'evidence',
  'EVD-07': 'registration',
  'EVD-10': 'people',
  'EVD-13': 'checks',
  'QAV-04': 'checks',
  'SAF-01': 'checks',
  'SAF-02': 'people',
  'SAF-03': 'people',
  'SAF-04': 'people',
  'SAF-05': 'registration',
}

/** Where what a finding misses is kept. Who may not open the page is told by it; most lead to what everybody reads. */
export function whereToMend(
  { rule, values }: Pick<CaseFindingRow, 'rule' | 'values'>,
  opens: { readonly people: boolean; readonly registration: boolean },
): { readonly path: string; readonly text: string } | undefined {
  const item = rule === 'EVD-12' ? String(values['item'] ?? '') : ''
  const document = documentOf[rule] ?? insurances[item] ?? (/^DOC-\d{2}$/.test(item) ? item : '')
  if (document) return { path: `/evidence/${document}`, text: 'Open the document' }
  const page = pageOf[rule]
  if (!page) return undefined
  if ((page === 'people' && !opens.people) || (page === 'registration' && !opens.registration))
    return undefined
  return { path: `/${page}`, text: pages[page] }
}

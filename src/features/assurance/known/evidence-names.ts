import { appendixTwo, letterOnly } from '#rules/data/documents.ts'

const names = new Map([...appendixTwo, letterOnly].map(({ id, title }) => [id, title]))

/** What a document of Appendix 2 is called. */
export const evidenceNames = (id: string): string => names.get(id) ?? id

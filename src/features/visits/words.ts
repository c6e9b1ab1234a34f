import type { Tone } from '#govuk/index.ts'
import { scrutinyGrid } from '#rules/data/scrutiny-grid.ts'

export type Section = (typeof scrutinyGrid)[number]['id']
export const sections = scrutinyGrid.map(({ id }) => id)

/** “A. What pupils achieve in their learning” */
export const sectionWords: Readonly<Record<string, string>> = Object.fromEntries(
  scrutinyGrid.map(({ id, title }) => [id, `${id}. ${title}`]),
)

const items = new Map(
  scrutinyGrid.flatMap(section => section.items.map(item => [item.id, item.text])),
)
export const isItem = (id: string): boolean => items.has(id)
export const itemText = (id: string | null): string | undefined =>
  id === null ? undefined : items.get(id)

export const gradeWords = {
  strong: 'Strong',
  meets: 'Meets what we expect',
  developing: 'Developing',
  weak: 'Weak',
} as const
export type Grade = keyof typeof gradeWords
export const gradeTones: Readonly<Record<Grade, Tone>> = {
  strong: 'green',
  meets: 'turquoise',
  developing: 'yellow',
  weak: 'red',
}

export const interviewKinds = {
  staff: 'Staff',
  pupils: 'Pupils',
  parents: 'Parents or carers',
  others: 'Others',
} as const
export type InterviewKind = keyof typeof interviewKinds

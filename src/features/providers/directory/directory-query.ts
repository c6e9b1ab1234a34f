import { z } from 'zod'
import { oneLine } from '#domain/plain-text.ts'
import type { Sort } from '#govuk/index.ts'
import { listHrefs } from '#platform/http/list-href.ts'
import { type Approval, approvalWords } from '../approval/approval.ts'
import { keyStageWords, type Need, needWords, weekdayWords } from '../words.ts'

export const assuranceWords = {
  'in order': { word: 'In order', tone: 'green' },
  gaps: { word: 'Documents missing or out of date', tone: 'yellow' },
  stops: { word: 'New placements are stopped', tone: 'red' },
} as const
export type Assurance = keyof typeof assuranceWords

export const sortKeys = ['name', 'town', 'free', 'assurance'] as const
export type SortKey = (typeof sortKeys)[number]

const word = z
  .string()
  .max(100)
  .catch('')
  .default('')
  .transform(text => oneLine(text))
const oneOf = <T extends string>(words: Readonly<Record<T, unknown>>) =>
  z
    .custom<T | ''>(asked => asked === '' || (typeof asked === 'string' && asked in words))
    .catch('')
    .default('')

/** What the directory may be asked for. A wrong value is as if it had not been asked. */
export const DirectoryQuery = z.object({
  q: word,
  place: word,
  need: oneOf<Need>(needWords),
  stage: oneOf(keyStageWords),
  day: oneOf(weekdayWords),
  free: z
    .string()
    .regex(/^\d{1,4}$/)
    .catch('')
    .default(''),
  assurance: oneOf<Assurance>(assuranceWords),
  approval: oneOf<Approval>(approvalWords),
  sort: z.enum(sortKeys).catch('name').default('name'),
  direction: z.enum(['ascending', 'descending']).catch('ascending').default('ascending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export type DirectoryQuery = z.infer<typeof DirectoryQuery>

/** The same list with something changed. */
export const directoryHref = listHrefs<DirectoryQuery>('/providers', {
  sort: 'name',
  direction: 'ascending',
})

export const sortOf = ({ sort, direction }: DirectoryQuery): Sort<SortKey> => ({
  key: sort,
  direction,
})

export const isNarrowed = ({
  q,
  place,
  need,
  stage,
  day,
  free,
  assurance,
  approval,
}: DirectoryQuery) =>
  [q, place, need, stage, day, free, assurance, approval].some(value => value !== '')

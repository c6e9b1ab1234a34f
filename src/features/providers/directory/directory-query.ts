import { z } from 'zod'
import { listHrefs } from '#platform/http/list-href.ts'
import { choiceAsked, orderAsked, pageAsked, wordsAsked } from '#platform/http/list-query.ts'
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

const usual = { sort: 'name', direction: 'ascending' } as const

/** What the directory may be asked for. A wrong value is as if it had not been asked. */
export const DirectoryQuery = z.object({
  q: wordsAsked,
  place: wordsAsked,
  need: choiceAsked<Need>(needWords),
  stage: choiceAsked(keyStageWords),
  day: choiceAsked(weekdayWords),
  free: z
    .string()
    .regex(/^\d{1,4}$/)
    .catch('')
    .default(''),
  assurance: choiceAsked<Assurance>(assuranceWords),
  approval: choiceAsked<Approval>(approvalWords),
  ...orderAsked(sortKeys, usual),
  page: pageAsked,
})
export type DirectoryQuery = z.infer<typeof DirectoryQuery>

/** The same list with something changed. */
export const directoryHref = listHrefs<DirectoryQuery>('/providers', usual)

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

import { z } from 'zod'
import { listHrefs } from '#platform/http/list-href.ts'
import { choiceAsked, orderAsked, pageAsked, wordsAsked } from '#platform/http/list-query.ts'
import { kindWords, type ReportKind } from '../report.ts'

export const sortKeys = ['sent', 'kind', 'provider', 'child'] as const
export type SortKey = (typeof sortKeys)[number]

export const shows = { unread: 'Not read yet', drafts: 'Drafts' } as const
/** How far back, in days. */
export const periods = {
  '7': 'Last 7 days',
  '31': 'Last month',
  '92': 'Last three months',
} as const

const usual = { sort: 'sent', direction: 'descending' } as const

/** What the list of reports may be asked for. */
export const ReportsQuery = z.object({
  q: wordsAsked,
  kind: choiceAsked<ReportKind>(kindWords),
  show: choiceAsked<keyof typeof shows>(shows),
  period: choiceAsked<keyof typeof periods>(periods),
  ...orderAsked(sortKeys, usual),
  page: pageAsked,
})
export type ReportsQuery = z.infer<typeof ReportsQuery>

/** The same list with something changed. */
export const reportsHref = listHrefs<ReportsQuery>('/provider-reports', usual)

export const isNarrowed = ({ q, kind, show, period }: ReportsQuery) =>
  [q, kind, show, period].some(value => value !== '')

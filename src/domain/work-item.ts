import { addDays, type IsoDate } from './dates.ts'

/** One thing that needs doing: what, about which record, until when, and whose turn it is. */
export interface WorkItem {
  readonly what: string
  /** "R-1042", "PNL-101": what people call it. */
  readonly about: string
  readonly detail: string
  readonly href: string
  readonly due: IsoDate | null
  readonly since: IsoDate
  readonly turn: 'ours' | 'others'
  readonly whoseTurn?: string
}

export const groups = ['Overdue', 'Due this week', 'To do', 'Waiting on others'] as const
export type Group = (typeof groups)[number]

/** Where an item stands: overdue from the day after it was due, due this week up to seven days ahead. */
export function groupOf({ turn, due }: Pick<WorkItem, 'turn' | 'due'>, today: IsoDate): Group {
  if (turn === 'others') return 'Waiting on others'
  if (due === null) return 'To do'
  if (due < today) return 'Overdue'
  return due <= addDays(today, 7) ? 'Due this week' : 'To do'
}

/** Groups in order, each with the most urgent first: earliest due, then the longest waiting. */
export function inGroups(items: readonly WorkItem[], today: IsoDate): [Group, WorkItem[]][] {
  const rank = ({ due, since }: WorkItem) => `${due ?? '9999-12-31'} ${since}`
  const sorted = [...items].sort((one, other) => (rank(one) < rank(other) ? -1 : 1))
  return groups
    .map((group): [Group, WorkItem[]] => [
      group,
      sorted.filter(item => groupOf(item, today) === group),
    ])
    .filter(([, members]) => members.length > 0)
}

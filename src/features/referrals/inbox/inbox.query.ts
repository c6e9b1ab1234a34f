import { sql } from 'kysely'
import { daysBetween, type IsoDate, londonDay } from '#domain/dates.ts'
import { type FindingSummary, findingSummaries } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { type Level, levels } from '#rules/finding.ts'
import type { RouteKey } from '../route.ts'

export const groups = {
  'not looked at': 'Not looked at yet',
  us: 'Waiting for us',
  others: 'Waiting for others',
} as const
export type Group = keyof typeof groups

/** Each group is a table of its own, so each has a name of its own for what is chosen in it. */
export const chosenName = (group: Group) =>
  group.replaceAll(' ', '-') as 'not-looked-at' | 'us' | 'others'

export const sortKeys = ['waiting', 'sent', 'name', 'school', 'route'] as const
export type SortKey = (typeof sortKeys)[number]

export interface InboxFilter {
  readonly search?: string | undefined
  readonly school?: string | undefined
  readonly route?: RouteKey | undefined
  readonly assigned?: string | undefined
  readonly level?: Level | undefined
  readonly sort: SortKey
  readonly direction: 'ascending' | 'descending'
}

export interface InboxCase {
  readonly id: string
  readonly reference: number
  readonly version: number
  readonly status: string
  readonly name: string
  readonly year: number | null
  readonly school: string
  readonly schoolId: string
  readonly route: RouteKey | null
  readonly routeReason: string | null
  readonly reason: string | null
  readonly owner: string | null
  readonly ownerId: string | null
  readonly sent: IsoDate | undefined
  readonly daysWaiting: number
  readonly group: Group
  readonly findings: FindingSummary | undefined
}

/** Open cases of the partnership, in three groups. One question for the cases, one for their findings. */
export async function inboxCases(
  tx: Tx,
  partnershipId: string,
  filter: InboxFilter,
  today: IsoDate,
): Promise<{ cases: InboxCase[]; all: InboxCase[] }> {
  const rows = await tx
    .selectFrom('referral')
    .leftJoin('child', 'child.id', 'referral.child_id')
    .leftJoin('organisation as school', 'school.id', 'referral.referring_organisation_id')
    .leftJoin('user_account as owner', 'owner.id', 'referral.assigned_to')
    .select([
      'referral.id',
      'referral.reference',
      'referral.version',
      'referral.status',
      'referral.route',
      'referral.route_reason as routeReason',
      'referral.reason',
      'referral.assigned_to as ownerId',
      'referral.submitted_at',
      'referral.first_looked_at',
      'referral.waiting_for',
      'referral.waiting_since',
      'referral.referring_organisation_id as schoolId',
      'school.name as school',
      'owner.name as owner',
      'child.forename',
      'child.surname',
      'child.preferred_forename',
      'child.preferred_surname',
      yearOf(today),
    ])
    .where('referral.responsible_partnership_id', '=', partnershipId)
    .where('referral.status', 'in', ['submitted', 'accepted', 'listed', 'returned'])
    .execute()
  const summaries = await findingSummaries(
    tx,
    rows.map(({ id }) => id),
  )
  const all = rows.map((row): InboxCase => {
    const waiting = row.waiting_since ?? row.submitted_at
    return {
      ...row,
      route: row.route as RouteKey | null,
      school: row.school ?? '',
      name: `${row.preferred_forename ?? row.forename ?? ''} ${row.preferred_surname ?? row.surname ?? ''}`,
      sent: row.submitted_at ? londonDay(row.submitted_at) : undefined,
      daysWaiting: waiting ? Math.max(0, daysBetween(londonDay(waiting), today)) : 0,
      group: groupOf(row),
      findings: summaries.get(row.id),
    }
  })
  return { all, cases: all.filter(each => fits(each, filter)).sort(order(filter)) }
}

/** Disputes with this partnership or by it that nobody has ended. */
export async function openDisputes(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('responsibility_dispute')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** The year group of the roll that holds today, from the same query: one look-up by index for each case. */
const yearOf = (today: IsoDate) =>
  sql<number | null>`(select e.year_group from enrolment e where e.child_id = referral.child_id
    and e.from_on <= ${today} and (e.to_on is null or e.to_on >= ${today})
    order by e.from_on desc limit 1)`.as('year')

function groupOf(row: {
  status: string
  first_looked_at: Date | null
  waiting_for: string | null
}): Group {
  if (row.status === 'submitted' && !row.first_looked_at) return 'not looked at'
  return row.waiting_for === 'us' && row.status !== 'returned' ? 'us' : 'others'
}

function fits(each: InboxCase, { search, school, route, assigned, level }: InboxFilter): boolean {
  const words = search?.trim().toLowerCase()
  return (
    (!words ||
      each.name.toLowerCase().includes(words) ||
      `r-${each.reference}`.includes(words.replace(/\s/g, ''))) &&
    (!school || each.schoolId === school) &&
    (!route || each.route === route) &&
    (!assigned || (assigned === 'nobody' ? each.ownerId === null : each.ownerId === assigned)) &&
    (!level ||
      (each.findings !== undefined &&
        levels.indexOf(each.findings.gravest) >= levels.indexOf(level)))
  )
}

const values: Readonly<Record<SortKey, (each: InboxCase) => string | number>> = {
  waiting: each => each.daysWaiting,
  sent: each => each.sent ?? '',
  name: each => each.name.toLowerCase(),
  school: each => each.school.toLowerCase(),
  route: each => each.route ?? '',
}

const order =
  ({ sort, direction }: Pick<InboxFilter, 'sort' | 'direction'>) =>
  (a: InboxCase, b: InboxCase) => {
    const [x, y] = [values[sort](a), values[sort](b)]
    const way = x < y ? -1 : x > y ? 1 : a.reference - b.reference
    return direction === 'ascending' ? way : -way
  }

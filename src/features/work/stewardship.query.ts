import { londonDay } from '#domain/dates.ts'
import type { WorkItem } from '#domain/work-item.ts'
import type { Visit } from '#platform/http/visit.ts'

type Asker = Pick<Visit, 'tx' | 'me' | 'today' | 'now'>

/** Mail that could not be sent: somebody has not been told something. */
export async function failedMail({ tx }: Asker): Promise<WorkItem[]> {
  const failed = await tx
    .selectFrom('message')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('queued_at').as('first')])
    .where('state', '=', 'failed')
    .executeTakeFirst()
  const count = Number(failed?.count ?? 0)
  return count === 0
    ? []
    : [
        {
          what: count === 1 ? 'A message could not be sent' : `${count} messages could not be sent`,
          about: 'Mail',
          detail: 'See why, and send them again',
          href: '/administration/messages?state=failed',
          due: null,
          since: londonDay(failed?.first ?? new Date(0)),
          turn: 'ours',
        },
      ]
}

/** Children of the Virtual School’s or SENA’s remit whose status was recorded in the last weeks. */
export async function newInRemit({ tx, me, now }: Asker): Promise<WorkItem[]> {
  const table = me.role === 'sena' ? ('special_needs' as const) : ('care_status' as const)
  const recent = await tx
    .selectFrom(table)
    .leftJoin('child', 'child.id', `${table}.child_id`)
    .select([
      `${table}.child_id`,
      `${table}.status`,
      `${table}.recorded_at`,
      'child.reference',
      'child.forename',
      'child.surname',
    ])
    .where(`${table}.recorded_at`, '>', new Date(now.getTime() - 14 * 86_400_000))
    .where(`${table}.to_on`, 'is', null)
    .where(`${table}.status`, 'in', me.role === 'sena' ? ['ehcp'] : ['looked-after'])
    .orderBy(`${table}.recorded_at`, 'desc')
    .limit(50)
    .execute()
  return recent.map(row => ({
    what: me.role === 'sena' ? 'EHCP newly recorded' : 'Newly recorded as looked after',
    about: `C-${row.reference ?? ''}`,
    detail: `${row.forename ?? ''} ${row.surname ?? ''}`.trim(),
    href: `/children/${row.child_id}`,
    due: null,
    since: londonDay(row.recorded_at),
    turn: 'ours',
  }))
}

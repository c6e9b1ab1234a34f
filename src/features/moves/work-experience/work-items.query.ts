import { addDays, londonDay } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import type { Visit } from '#platform/http/visit.ts'
import { checkAgainOn } from './work.query.ts'

const warnDays = 30

/** Hosts whose check by LEBC is a year old, or soon will be, while a child works there. */
export async function hostsToCheck({ tx, me, today }: Pick<Visit, 'tx' | 'me' | 'today'>) {
  const rows = await tx
    .selectFrom('work_experience as work')
    .innerJoin('placement', 'placement.id', 'work.placement_id')
    .select([
      'placement.id',
      'placement.reference',
      'placement.made_at',
      'work.host_name',
      'work.lebc_check_on',
    ])
    .where('placement.run_by_id', '=', me.organisationId)
    .where('placement.status', '=', 'live')
    .orderBy('work.lebc_check_on')
    .execute()
  return rows.flatMap(({ id, reference, made_at, host_name, lebc_check_on }) => {
    const again = checkAgainOn(lebc_check_on)
    if (again && again > addDays(today, warnDays)) return []
    return [
      {
        what: 'Have the host of work experience checked again',
        about: writeReference('placement', reference),
        detail: host_name,
        href: `/placements/${id}/work-experience`,
        due: again,
        since: londonDay(made_at),
        turn: 'ours' as const,
      },
    ]
  })
}

import { addDays, londonDay } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import type { WorkItem } from '#domain/work-item.ts'
import { nextStepOf } from '#features/placements/index.ts'
import type { Visit } from '#platform/http/visit.ts'

type Asker = Pick<Visit, 'tx' | 'me' | 'today' | 'now'>

const warnDays = 14

/** What the placements that we commission need from us, and from their providers. */
export async function placementsWeRun({ tx, me, today }: Asker): Promise<WorkItem[]> {
  const rows = await tx
    .selectFrom('placement')
    .leftJoin('organisation as provider', 'provider.id', 'placement.provider_id')
    .selectAll('placement')
    .select('provider.name as provider_name')
    .where('placement.run_by_id', '=', me.organisationId)
    .where('placement.status', 'in', ['proposed', 'offered', 'declined', 'accepted', 'live'])
    .execute()
  return rows.flatMap((row): WorkItem[] => {
    const past = row.planned_end_on !== null && row.planned_end_on < today
    if (row.status === 'live' && !past) return []
    const step = nextStepOf(
      {
        ...row,
        providerName: row.provider_name ?? 'The host',
        runnerName: me.organisationName,
      },
      today,
    )
    const offered = row.status === 'offered'
    return [
      {
        what: step.what,
        about: writeReference('placement', row.reference),
        detail: row.provider_name ?? '',
        href: `/placements/${row.id}`,
        due: offered ? null : row.status === 'live' ? row.planned_end_on : row.planned_start_on,
        since: londonDay(row.offered_at ?? row.made_at),
        turn: offered ? 'others' : 'ours',
        ...(offered ? { whoseTurn: step.who } : {}),
      },
    ]
  })
}

/** Changes that we are asked to decide. */
export async function changesToDecide({ tx, me }: Asker): Promise<WorkItem[]> {
  const rows = await tx
    .selectFrom('placement_change as change')
    .innerJoin('placement', 'placement.id', 'change.placement_id')
    .leftJoin('organisation as from', 'from.id', 'change.asked_by_organisation_id')
    .select([
      'change.id',
      'change.kind',
      'change.asked_at',
      'placement.id as placement_id',
      'placement.reference',
      'from.name as asked_from',
    ])
    .where('placement.run_by_id', '=', me.organisationId)
    .where('placement.status', 'in', ['accepted', 'live'])
    .where('change.status', '=', 'asked')
    .execute()
  return rows.map(row => ({
    what: 'Decide about a change',
    about: writeReference('placement', row.reference),
    detail: `Asked by ${row.asked_from ?? 'somebody'}`,
    href: `/placements/${row.placement_id}/changes/${row.id}`,
    due: null,
    since: londonDay(row.asked_at),
    turn: 'ours',
  }))
}

/** Short-term plans: drafts to finish, and those whose end comes near. */
export async function shortTermPlansToKeep({ tx, me, today }: Asker): Promise<WorkItem[]> {
  const rows = await tx
    .selectFrom('substantial_plan as plan')
    .innerJoin('placement', 'placement.id', 'plan.placement_id')
    .leftJoin('organisation as provider', 'provider.id', 'plan.provider_id')
    .select([
      'plan.status',
      'plan.end_on',
      'plan.made_at',
      'plan.copy_acknowledged_on',
      'plan.copy_sent_at',
      'plan.start_on',
      'placement.id',
      'placement.reference',
      'provider.name as provider_name',
    ])
    .where('placement.run_by_id', '=', me.organisationId)
    .where('plan.status', 'in', ['draft', 'in force'])
    .execute()
  return rows.flatMap((row): WorkItem[] => {
    const item = {
      about: writeReference('placement', row.reference),
      detail: row.provider_name ?? '',
      href: `/placements/${row.id}/short-term-plan`,
      since: londonDay(row.made_at),
      turn: 'ours' as const,
    }
    if (row.status === 'draft')
      return [{ ...item, what: 'Finish the short-term plan', due: row.start_on }]
    return [
      ...(row.end_on && row.end_on <= addDays(today, warnDays)
        ? [{ ...item, what: 'The short-term plan ends: change the week', due: row.end_on }]
        : []),
      ...(row.copy_acknowledged_on
        ? []
        : [
            {
              ...item,
              what: 'Acknowledge the copy of the short-term plan',
              due: null,
              since: londonDay(row.copy_sent_at ?? row.made_at),
              turn: 'others' as const,
              whoseTurn: row.provider_name ?? 'The provider',
            },
          ]),
    ]
  })
}

/** What a provider has to do: answer an offer, and keep its copy of a plan. */
export async function offersToUs({ tx, me }: Asker): Promise<WorkItem[]> {
  const rows = await tx
    .selectFrom('placement')
    .leftJoin('organisation as commissioner', 'commissioner.id', 'placement.commissioner_id')
    .select([
      'placement.id',
      'placement.reference',
      'placement.offered_at',
      'placement.planned_start_on',
      'commissioner.name as commissioner_name',
    ])
    .where('placement.provider_id', '=', me.organisationId)
    .where('placement.status', '=', 'offered')
    .execute()
  return rows.map(row => ({
    what: 'Answer the offer',
    about: writeReference('placement', row.reference),
    detail: row.commissioner_name ?? '',
    href: `/placed/${row.id}`,
    due: row.planned_start_on,
    since: row.offered_at ? londonDay(row.offered_at) : row.planned_start_on,
    turn: 'ours',
  }))
}

/** Short-term plans of which a provider has not yet said that it holds a copy. */
export async function shortTermPlansToHold({ tx, me }: Asker): Promise<WorkItem[]> {
  const rows = await tx
    .selectFrom('substantial_plan as plan')
    .innerJoin('placement', 'placement.id', 'plan.placement_id')
    .select(['placement.id', 'placement.reference', 'plan.copy_sent_at', 'plan.made_at'])
    .where('plan.provider_id', '=', me.organisationId)
    .where('plan.status', '=', 'in force')
    .where('plan.copy_acknowledged_on', 'is', null)
    .execute()
  return rows.map(row => ({
    what: 'Confirm that you hold the short-term plan',
    about: writeReference('placement', row.reference),
    detail: '',
    href: `/placed/${row.id}`,
    due: null,
    since: londonDay(row.copy_sent_at ?? row.made_at),
    turn: 'ours',
  }))
}

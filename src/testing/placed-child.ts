import { addDays, type IsoDate, isoDate, londonDay, weekdayOf } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { mondayOf } from '#domain/two-weeks.ts'
import type { TestSite } from './site.ts'
import type { world } from './world.ts'

/**
 * A Wednesday that has been, with the school days around it. The database keeps its own day, and who may see and mark what
 * follows it: no test can be in its future.
 */
export const wednesday: IsoDate = (() => {
  const now = londonDay(new Date())
  const day = addDays(mondayOf(now), 2)
  return day < now ? day : addDays(day, -7)
})()

/** A term without holidays around that day, so that every weekday is a school day. */
export const termAround = (insert: ReturnType<typeof world>['insert']) =>
  insert('term', {
    id: newId(),
    name: 'Now',
    starts_on: addDays(mondayOf(wednesday), -70),
    ends_on: addDays(mondayOf(wednesday), 67),
  })

export interface Placed {
  readonly child: string
  readonly placement: string
  readonly reference: string
}

/** A child who is at a provider now: past row-level security, to set a scene. */
export async function placedChild(
  site: TestSite,
  insert: ReturnType<typeof world>['insert'],
  scene: {
    readonly child: string
    readonly commissioner: string
    readonly provider: string
    readonly madeBy: string
    readonly weekdays?: readonly number[]
    readonly startedOn?: IsoDate
    readonly starts?: string
    readonly ends?: string
    readonly inWeeks?: 'every' | 'A' | 'B'
    readonly more?: Record<string, unknown>
  },
): Promise<Placed> {
  const placement = newId()
  const startedOn = scene.startedOn ?? addDays(mondayOf(wednesday), -28)
  await insert('placement', {
    id: placement,
    child_id: scene.child,
    kind: 'alternative provision',
    route: 'tier 3',
    commissioner_id: scene.commissioner,
    provider_id: scene.provider,
    status: 'live',
    purpose: 'To come back to lessons',
    need_category: 'behaviour',
    planned_start_on: startedOn,
    started_on: startedOn,
    supervised: true,
    made_by: scene.madeBy,
    made_at: new Date(`${startedOn}T09:00:00Z`),
    ...scene.more,
  })
  for (const weekday of scene.weekdays ?? [weekdayOf(wednesday)])
    await insert('placement_session', {
      id: newId(),
      placement_id: placement,
      weekday,
      starts_at: scene.starts ?? '09:30',
      ends_at: scene.ends ?? '14:30',
      in_weeks: scene.inWeeks ?? 'every',
      from_on: startedOn,
    })
  const { rows } = await site.admin.query('select reference from placement where id = $1', [
    placement,
  ])
  return { child: scene.child, placement, reference: `P-${rows[0].reference}` }
}

export const dayAfter = (days: number): IsoDate => addDays(isoDate(wednesday), days)

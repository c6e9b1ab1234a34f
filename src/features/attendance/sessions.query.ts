import type { IsoDate } from '#domain/dates.ts'
import { addDays, weekdayOf } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import type { WeekLetter } from '#domain/two-weeks.ts'
import { twoWeeks } from '#features/organisations/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { AbsenceReason, CodedPlacement } from './attendance-code.ts'
import { type Mark, marksBetween } from './marks.query.ts'

/** One session that should have been on a day, with what the register says of it. */
export interface ExpectedSession {
  readonly placementId: string
  readonly placement: string
  readonly childId: string
  readonly child: string
  /** May the reader know who it is? Who commissions a placement may have lost sight of the child. */
  readonly known: boolean
  readonly providerId: string | null
  readonly provider: string
  readonly commissionerId: string
  readonly coded: CodedPlacement
  readonly day: IsoDate
  readonly startsAt: string
  readonly endsAt: string
  /** Held every week, or in one of two. */
  readonly inWeeks: 'every' | WeekLetter
  /** What stands now; without it nobody has said. */
  readonly mark: Mark | undefined
  /** What was said first, when it was corrected since. */
  readonly first: Mark | undefined
}
export type { AbsenceReason }

export interface Which {
  readonly placementId?: string
  readonly providerId?: string
  readonly childIds?: readonly string[]
}

/**
 * Sessions of the weeks that the reader may see, from one day to another: by weekday, week A or B, dates of the session and
 * of the placement, on school days only. Row-level security decides whose they are.
 */
export async function expectedSessions(
  tx: Tx,
  from: IsoDate,
  to: IsoDate,
  which: Which = {},
): Promise<ExpectedSession[]> {
  const days = await openDays(tx, from, to)
  if (days.length === 0) return []
  const rows = await weeks(tx, from, to, which)
  const marks = await marksBetween(tx, from, to, which)
  return days.flatMap(({ day, weekday, letter }) =>
    rows
      .filter(
        row =>
          row.weekday === weekday &&
          (row.in_weeks === 'every' || row.in_weeks === letter) &&
          row.from_on <= day &&
          (row.to_on === null || row.to_on >= day) &&
          row.started_on !== null &&
          row.started_on <= day &&
          (row.ended_on === null || row.ended_on >= day),
      )
      .map(row => {
        const startsAt = row.starts_at.slice(0, 5)
        return {
          placementId: row.id,
          placement: writeReference('placement', row.reference),
          childId: row.child_id,
          child: nameOf(row) || `Child of ${writeReference('placement', row.reference)}`,
          known: row.surname !== null,
          providerId: row.provider_id,
          provider: row.provider ?? row.host ?? 'A host',
          commissionerId: row.commissioner_id,
          coded: row,
          day,
          startsAt,
          endsAt: row.ends_at.slice(0, 5),
          inWeeks: row.in_weeks,
          ...marks(row.id, day, startsAt),
        }
      }),
  )
}

type Names = Record<
  'forename' | 'surname' | 'preferred_forename' | 'preferred_surname',
  string | null
>
const nameOf = (row: Names) =>
  `${row.preferred_forename ?? row.forename ?? ''} ${row.preferred_surname ?? row.surname ?? ''}`.trim()

const weeks = (tx: Tx, from: IsoDate, to: IsoDate, { placementId, providerId, childIds }: Which) =>
  tx
    .selectFrom('placement')
    .innerJoin('placement_session as session', 'session.placement_id', 'placement.id')
    .leftJoin('child', 'child.id', 'placement.child_id')
    .leftJoin('organisation as provider', 'provider.id', 'placement.provider_id')
    .leftJoin('work_experience', 'work_experience.placement_id', 'placement.id')
    .select([
      'placement.id',
      'placement.reference',
      'placement.child_id',
      'placement.provider_id',
      'placement.commissioner_id',
      'placement.kind',
      'placement.arranged_under',
      'placement.dual_registered',
      'placement.supervised',
      'placement.started_on',
      'placement.ended_on',
      'child.forename',
      'child.surname',
      'child.preferred_forename',
      'child.preferred_surname',
      'provider.name as provider',
      'work_experience.host_name as host',
      'session.weekday',
      'session.starts_at',
      'session.ends_at',
      'session.in_weeks',
      'session.from_on',
      'session.to_on',
    ])
    .where('placement.status', 'in', ['live', 'ended', 'ended early'])
    .where('placement.started_on', '<=', to)
    .where(at =>
      at.or([at('placement.ended_on', 'is', null), at('placement.ended_on', '>=', from)]),
    )
    .where('session.from_on', '<=', to)
    .where(at => at.or([at('session.to_on', 'is', null), at('session.to_on', '>=', from)]))
    .$if(placementId !== undefined, query => query.where('placement.id', '=', placementId ?? ''))
    .$if(providerId !== undefined, query =>
      query.where('placement.provider_id', '=', providerId ?? ''),
    )
    .$if(childIds !== undefined, query =>
      query.where('placement.child_id', 'in', childIds?.length ? childIds : [nobody]),
    )
    .orderBy('session.starts_at')
    .orderBy('child.surname')
    .orderBy('child.forename')
    .orderBy('placement.id')
    .execute()

const nobody = '00000000-0000-0000-0000-000000000000'

/** School days in between, with the weekday and which of two weeks it is. Where no term is known every weekday counts. */
async function openDays(tx: Tx, from: IsoDate, to: IsoDate) {
  const { isSchoolDay, letterOn } = await twoWeeks(tx)
  const days = []
  for (let day = from; day <= to; day = addDays(day, 1))
    if (isSchoolDay(day)) days.push({ day, weekday: weekdayOf(day), letter: letterOn(day) })
  return days
}

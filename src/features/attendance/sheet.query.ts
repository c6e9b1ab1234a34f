import { addDays, type IsoDate } from '#domain/dates.ts'
import { type LetteredWeek, mondayOf } from '#domain/two-weeks.ts'
import { schoolWeeksFrom } from '#features/organisations/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Me } from '#platform/sessions.ts'
import { type SuggestedCode, suggestedCode } from './attendance-code.ts'
import { type ExpectedSession, expectedSessions } from './sessions.query.ts'

/** One half-day of one child, as the school's own register wants it. */
export interface SheetRow {
  readonly session: ExpectedSession
  readonly upn: string | null
  readonly half: 'AM' | 'PM'
  readonly suggested: SuggestedCode
  /** Another session of the same child stands in the same half-day, and the school’s register takes one code. */
  readonly shared: boolean
}

export interface Sheet {
  readonly monday: IsoDate
  /** Which of two weeks it is, where a child's weeks alternate. */
  readonly week: LetteredWeek | undefined
  readonly rows: readonly SheetRow[]
}

/** A week of every child on the school's roll who is somewhere else for part of it. */
export async function sheetOf(tx: Tx, me: Me, day: IsoDate): Promise<Sheet> {
  const monday = mondayOf(day)
  const onRoll = await tx
    .selectFrom('enrolment')
    .innerJoin('child', 'child.id', 'enrolment.child_id')
    .innerJoin('placement', 'placement.child_id', 'child.id')
    .select(['child.id', 'child.upn'])
    .distinct()
    .where('enrolment.school_id', '=', me.organisationId)
    .where('enrolment.from_on', '<=', addDays(monday, 6))
    .where(at => at.or([at('enrolment.to_on', 'is', null), at('enrolment.to_on', '>=', monday)]))
    .where('placement.status', 'in', ['live', 'ended', 'ended early'])
    .execute()
  const upns = new Map(onRoll.map(({ id, upn }) => [id, upn]))
  const sessions = await expectedSessions(tx, monday, addDays(monday, 6), {
    childIds: [...upns.keys()],
  })
  const alternates = sessions.some(({ inWeeks }) => inWeeks !== 'every')
  return {
    monday,
    week: alternates ? (await schoolWeeksFrom(tx, monday, 1))[0] : undefined,
    rows: withShared(
      sessions.flatMap(session =>
        halvesOf(session).map(half => ({
          session,
          upn: upns.get(session.childId) ?? null,
          half,
          suggested: suggestedCode(session.coded, session.mark),
        })),
      ),
    ).sort((a, b) => order(a).localeCompare(order(b))),
  }
}

function withShared(rows: readonly Omit<SheetRow, 'shared'>[]): SheetRow[] {
  const slot = ({ session: { childId, day }, half }: Omit<SheetRow, 'shared'>) =>
    `${childId} ${day} ${half}`
  const slots = Map.groupBy(rows, slot)
  return rows.map(row => ({ ...row, shared: (slots.get(slot(row))?.length ?? 0) > 1 }))
}

/** The register of a school has two sessions a day; what begins before noon is in the first, what goes on after one in the second. */
const halvesOf = ({
  startsAt,
  endsAt,
}: Pick<ExpectedSession, 'startsAt' | 'endsAt'>): ('AM' | 'PM')[] => {
  const morning = startsAt < '12:00'
  return [
    ...(morning ? (['AM'] as const) : []),
    ...(!morning || endsAt > '13:00' ? (['PM'] as const) : []),
  ]
}

const order = ({ session: { child, childId, day, startsAt }, half }: SheetRow) =>
  `${child} ${childId} ${day} ${half} ${startsAt}`

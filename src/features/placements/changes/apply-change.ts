import { sql } from 'kysely'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { changePlacement } from '../move-placement.ts'
import { type SessionRow, sessionsOf } from '../placement.query.ts'
import { proposeAgain } from '../proposal/propose-again.ts'
import { addSessions } from '../proposal/propose-placement.ts'
import { endSessions } from '../run/run-placement.ts'
import type { RunPlacement } from '../run-placement.query.ts'
import type { Wanted } from './wanted.ts'

/** Carries a change out from its day: old rows end, new ones begin, and what was stays as it was. */
export async function applyChange(
  doer: Doer,
  placement: RunPlacement,
  wanted: Wanted,
): Promise<void> {
  const { tx } = doer
  const start = placement.started_on ?? placement.planned_start_on
  switch (wanted.kind) {
    case 'extend':
    case 'end early':
      if (wanted.endOn < start) throw new Refusal('It would end before it starts.')
      return changePlacement(tx, placement, { planned_end_on: wanted.endOn })
    case 'change days': {
      const from = wanted.fromOn < start ? start : wanted.fromOn
      // The version moves with the week, so that two people who decide at once are told.
      await changePlacement(tx, placement, { planned_start_on: placement.planned_start_on })
      await replaceWeek(doer, placement.id, from, wanted.sessions)
      return
    }
    case 'transfer': {
      if (wanted.fromOn <= start)
        throw new Refusal('It would move before it starts. Withdraw it, and propose it elsewhere.')
      const sessions = await sessionsOf(tx, [placement.id])
      await changePlacement(tx, placement, { planned_end_on: addDays(wanted.fromOn, -1) })
      await proposeAgain(doer, placement, {
        providerId: wanted.providerId,
        startOn: wanted.fromOn,
        endOn:
          placement.planned_end_on && placement.planned_end_on >= wanted.fromOn
            ? placement.planned_end_on
            : null,
        sessions: sessions.filter(({ to_on }) => to_on === null || to_on >= wanted.fromOn),
      })
      return
    }
  }
}

async function replaceWeek(
  doer: Doer,
  placementId: string,
  from: IsoDate,
  sessions: Extract<Wanted, { kind: 'change days' }>['sessions'],
) {
  // What is agreed from a later day stands for itself: a change before it must not wipe it out unseen.
  const before = await sessionsOf(doer.tx, [placementId])
  if (before.some(({ from_on }) => from_on > from))
    throw new Refusal(
      'Another week is agreed from a later day already. Ask for this change from that day on.',
    )
  await endSessions(doer, placementId, addDays(from, -1))
  // Who supervises, what is taught and how the child travels stay as they were on that weekday, best in the same week.
  const kept = ({ weekday, inWeeks }: (typeof sessions)[number]) => {
    const then = before.filter(
      each => each.weekday === weekday && (!each.to_on || each.to_on >= from),
    )
    return then.findLast(({ in_weeks }) => in_weeks === inWeeks) ?? then.at(-1)
  }
  await addSessions(
    doer,
    placementId,
    from,
    sessions.map(each => ({ ...each, ...manner(kept(each) ?? before.at(-1)) })),
  )
}

const manner = (session: SessionRow | undefined) => ({
  supervisedBy: session?.supervised_by ?? null,
  subjects: session?.subjects ?? [],
  travel: session?.travel ?? null,
})

/** Does something, looks at what comes of it, and undoes it: for saying beforehand what a change would set off. */
export async function tryOut<T>({ tx }: Pick<Doer, 'tx'>, work: () => Promise<T>): Promise<T> {
  await sql`savepoint tried_out`.execute(tx)
  try {
    return await work()
  } finally {
    await sql`rollback to savepoint tried_out`.execute(tx)
  }
}

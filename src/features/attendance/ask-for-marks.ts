import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { timeInWords } from '#domain/london-time.ts'
import { addressesOf } from '#features/organisations/index.ts'
import { recordPlacementEvent } from '#features/placements/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer, Visit } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import { type ExpectedSession, expectedSessions } from './sessions.query.ts'

/** A session that is over and that nobody has marked, with when its provider was last asked for it. */
export interface Unmarked extends ExpectedSession {
  readonly providerId: string
  readonly askedAt: Date | undefined
}

/** Of one day, whom nobody has heard of. A session that is still running is nobody's lateness. */
export async function unmarkedOn(
  { tx, now, today }: Pick<Visit, 'tx' | 'now' | 'today'>,
  day: IsoDate,
): Promise<Unmarked[]> {
  const sessions = await expectedSessions(tx, day, day)
  const asked = await tx
    .selectFrom('placement_event')
    .select(['placement_id', sql<string>`details ->> 'at'`.as('startsAt')])
    .select(({ fn }) => fn.max('at').as('at'))
    .where('what', '=', 'mark asked for')
    .where(sql`details ->> 'on'`, '=', day)
    .groupBy(['placement_id', 'startsAt'])
    .execute()
  return sessions.flatMap(session => {
    const { mark, providerId, endsAt, placementId, startsAt } = session
    const isOver = day < today || endsAt <= timeInWords(now)
    if (mark || !providerId || !isOver) return []
    const askedAt = asked.find(
      each => each.placement_id === placementId && each.startsAt === startsAt,
    )?.at
    return [{ ...session, providerId, askedAt: askedAt ?? undefined }]
  })
}

/** One asker of a day after another: who comes in the same instant reads that the other has asked. */
export const oneAskerAtATime = (tx: Tx, day: IsoDate) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`ask for marks ${day}`}, 0))`.execute(tx)

/** Asks each provider once for all of these marks, and writes into each placement that it was asked. */
export async function askForMarks(doer: Doer, day: IsoDate, sessions: readonly Unmarked[]) {
  for (const { placementId, startsAt } of sessions)
    await recordPlacementEvent(doer, placementId, 'mark asked for', null, {
      on: day,
      at: startsAt,
    })
  for (const [provider, mine] of Map.groupBy(sessions, ({ providerId }) => providerId)) {
    const what = `${mine.length} ${mine.length === 1 ? 'session' : 'sessions'}`
    for (const to of await addressesOf(
      doer.tx,
      provider,
      ['provider-manager', 'provider-tutor'],
      doer.today,
    ))
      await sendMail(doer.tx, {
        kind: 'mark asked for',
        to,
        subject: `The register is asked for: ${what}`,
        body: `${doer.me.organisationName} asks for the register of ${what}.\n\nSign in to Onroll to return it: /register?on=${day}`,
        fromOrganisationId: doer.me.organisationId,
      })
  }
}

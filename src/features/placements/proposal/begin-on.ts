import type { IsoDate } from '#domain/dates.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sessionsOf } from '../placement.query.ts'
import { addSessions, plannedAgain } from './propose-placement.ts'

/** The week of a proposal begins with it: when its first day moves, the week moves along. */
export async function beginOn(doer: Pick<Doer, 'tx'>, placementId: string, from: IsoDate) {
  const sessions = await sessionsOf(doer.tx, [placementId])
  await doer.tx.deleteFrom('placement_session').where('placement_id', '=', placementId).execute()
  await addSessions(doer, placementId, from, sessions.map(plannedAgain))
}

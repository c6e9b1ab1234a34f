import type { IsoDate } from '#domain/dates.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Placement, SessionRow } from '../placement.query.ts'
import { plannedAgain, proposePlacement } from './propose-placement.ts'

/**
 * The same for the child at another provider: commissioner, route, purpose, week and what belongs to the child go along.
 * What was agreed with the first provider (price, agreement, site, risk assessment) does not.
 */
export async function proposeAgain(
  doer: Doer,
  placement: Placement,
  there: {
    readonly providerId: string
    readonly startOn: IsoDate
    readonly endOn: IsoDate | null
    readonly sessions: readonly SessionRow[]
  },
): Promise<string> {
  const id = await proposePlacement(doer, {
    childId: placement.child_id,
    providerId: there.providerId,
    forAuthority: placement.arranged_by_id !== null,
    kind: placement.kind,
    route: placement.route,
    purpose: placement.purpose,
    needCategory: placement.need_category,
    plannedStartOn: there.startOn,
    plannedEndOn: there.endOn,
    sessions: there.sessions.map(plannedAgain),
  })
  await doer.tx
    .updateTable('placement')
    .set({
      subjects: placement.subjects,
      travel: placement.travel,
      arranged_under: placement.arranged_under,
      attendance_code: placement.attendance_code,
      school_contact: placement.school_contact,
      commissioner_contact: placement.commissioner_contact,
    })
    .where('id', '=', id)
    .execute()
  return id
}

import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordPlacementEvent } from '../move-placement.ts'
import type { Placement } from '../placement.query.ts'
import type { Party } from './agreements.query.ts'

export interface AgreementAnswer {
  readonly agreed: boolean
  readonly onDay: IsoDate
  readonly how: string
}

/** What somebody said to the placement, on which day, and how we know. Of two who write at once the first counts. */
export async function recordAgreement(
  doer: Doer,
  placement: Placement,
  party: Party,
  answer: AgreementAnswer,
): Promise<void> {
  const { tx, me, now, audit } = doer
  const said = {
    agreed: answer.agreed,
    on_day: answer.onDay,
    how: answer.how,
    recorded_by: me.userId,
    recorded_at: now,
  }
  const written =
    party.version === 0
      ? await tx
          .insertInto('placement_agreement')
          .values({
            id: newId(),
            placement_id: placement.id,
            party: party.party,
            contact_id: party.contactId,
            ...said,
          })
          .onConflict(conflict => conflict.doNothing())
          .returning('id')
          .executeTakeFirst()
      : await tx
          .updateTable('placement_agreement')
          .set(said)
          .where('placement_id', '=', placement.id)
          .where('party', '=', party.party)
          .where('contact_id', party.contactId ? '=' : 'is', party.contactId)
          .where('version', '=', party.version)
          .returning('id')
          .executeTakeFirst()
  if (!written)
    throw new Refusal('Somebody else has just recorded this. Reload the page and look again.')
  await recordPlacementEvent(doer, placement.id, 'agreement recorded', null, {
    party: party.party,
    agreed: answer.agreed,
  })
  audit({
    event: 'placement.agreed',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
    detail: { party: party.party, agreed: answer.agreed },
  })
}

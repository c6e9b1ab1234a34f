import { sql, type Updateable } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { oneAtATime } from '#features/children/index.ts'
import { reevaluateMoves } from '#features/findings/index.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { ManagedMoveTable } from '#platform/database/schema.generated.ts'
import type { Doer } from '#platform/http/visit.ts'
import { type MoveAction, managedMoveLifecycle } from './managed-move.ts'
import { type Move, moveById } from './move.query.ts'
import type { PartyOfMove } from './parties.query.ts'
import { tellOtherSchool } from './tell.ts'

/**
 * What one party says to the words as it read them. When they have changed meanwhile nothing is recorded: nobody agrees to
 * what they have not seen. The database makes the move agreed with the last consent, and ends it with the other school’s no.
 */
export async function answerMove(
  doer: Doer,
  { move, sha256 }: { readonly move: Move; readonly sha256: string },
  { party, contactId }: Pick<PartyOfMove, 'party' | 'contactId'>,
  answer: {
    readonly agreed: boolean
    readonly onDay: IsoDate
    readonly how: string
    readonly because: string | null
  },
): Promise<void> {
  const { tx, me, now, audit } = doer
  await oneAtATime(tx, move.child_id)
  const standing = await moveById(tx, move.id)
  if (standing.agreement_sha256 !== sha256)
    throw new Refusal(
      'The words have changed since you read them, so nothing was recorded. Go back, read them as they are now, and answer again.',
    )
  if (standing.trial)
    throw new Refusal('This is written as a trial, and a managed move is permanent. Mend it first.')
  await tx
    .insertInto('managed_move_consent')
    .values({
      id: newId(),
      move_id: move.id,
      party,
      contact_id: contactId,
      agreed: answer.agreed,
      because: answer.because,
      agreement_sha256: sha256,
      on_day: answer.onDay,
      how: answer.how,
      recorded_by: me.userId,
      by_organisation: me.organisationId,
      recorded_at: now,
    })
    .execute()
  audit({
    event: 'move.answered',
    subjectKind: 'move',
    subjectId: move.id,
    childId: move.child_id,
    detail: { party, agreed: answer.agreed, sha256 },
  })
  const after = await moveById(tx, move.id).catch(error => {
    // Whoever said no reads it no more.
    if (error instanceof NotFound) return undefined
    throw error
  })
  const what = after === undefined ? 'ended' : after.status === 'agreed' ? 'agreed' : 'answered'
  await tellOtherSchool(doer, move, what)
  await reevaluateMoves(doer, move.child_id)
}

/** The proposing school ends it: it takes it back, or records that somebody whose agreement it needs said no. */
export async function endMove(
  doer: Doer,
  move: Move,
  action: Extract<MoveAction, 'refuse' | 'withdraw'>,
  because: string,
): Promise<void> {
  await change(doer, move, {
    status: managedMoveLifecycle.next(move.status, action),
    ended_because: because,
  })
  doer.audit({
    event: 'move.ended',
    subjectKind: 'move',
    subjectId: move.id,
    childId: move.child_id,
    detail: { action },
  })
  await tellOtherSchool(doer, move, 'ended')
  await reevaluateMoves(doer, move.child_id)
}

/** The decision of the authority that maintains the EHCP comes before the move (MMV-05). */
export async function recordDecision(doer: Doer, move: Move, onDay: IsoDate): Promise<void> {
  await change(doer, move, { authority_decision_on: onDay })
  doer.audit({
    event: 'move.changed',
    subjectKind: 'move',
    subjectId: move.id,
    childId: move.child_id,
    detail: { authorityDecision: onDay },
  })
  await reevaluateMoves(doer, move.child_id)
}

/** The receiving school has the child on its roll from that day; in the same step the old school’s entry ends. */
export async function completeMove(doer: Doer, move: Move, onDay: IsoDate): Promise<void> {
  managedMoveLifecycle.next(move.status, 'complete')
  await oneAtATime(doer.tx, move.child_id)
  await sql`select onroll.complete_managed_move(${move.id}, ${onDay})`
    .execute(doer.tx)
    .catch(sayWhyNot)
  doer.audit({
    event: 'move.completed',
    subjectKind: 'move',
    subjectId: move.id,
    childId: move.child_id,
    detail: { on: onDay },
  })
  await tellOtherSchool(doer, move, 'completed')
  await reevaluateMoves(doer, move.child_id)
}

/** Something has changed since the page was opened: the database looks once more, with the move held. */
function sayWhyNot(error: unknown): never {
  const words = whyNot[(error as { constraint?: string }).constraint ?? '']
  throw words ? new Refusal(words) : error
}
const whyNot: Readonly<Record<string, string>> = {
  move_is_not_agreed: 'Somebody has taken back their agreement. The child stays where it is.',
  authority_decides_first:
    'The authority that maintains the EHCP decides before the move. The child stays where it is.',
  day_of_the_move:
    'The child’s roll does not allow this day: it is not a day of the move, or an entry on a roll begins on or after it.',
}

async function change(
  { tx }: Pick<Doer, 'tx'>,
  { id, version }: Pick<Move, 'id' | 'version'>,
  changes: Updateable<ManagedMoveTable>,
) {
  await changeOne(
    tx.updateTable('managed_move').set(changes).where('id', '=', id).where('version', '=', version),
    'This move',
  )
}

import type { IsoDate } from '#domain/dates.ts'
import { Refusal } from '#domain/refusal.ts'
import { endEnrolment, oneAtATime } from '#features/children/index.ts'
import { type CaseFindingRow, findingsOfMoves, reevaluateMoves } from '#features/findings/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { changeRow, remembered } from './propose-removal.ts'
import { groundWords, type RollRemoval } from './removal.query.ts'
import { removalLifecycle } from './removal.ts'
import { tellOfRemoval } from './tell.ts'

/**
 * What stops a removal. Only a paper that is not at hand (ROL-02) can be answered for, by the head’s name with a reason.
 * Without a ground, for absence that does not fill one, with support for anxiety or illness, or for being away at provision
 * no name is deleted, whoever asks: the law has no such ground, and a reason does not make one.
 */
export async function whatStops(tx: Doer['tx'], removalId: string) {
  const findings = (await findingsOfMoves(tx, [removalId])).get(removalId) ?? []
  const blocking = findings.filter(
    ({ rule, blocks }) => blocks.includes('remove-from-roll') || rule === 'PLN-10',
  )
  const never = blocking.filter(({ rule }) => rule !== 'ROL-02')
  return { findings, blocking, never }
}
export type Stops = {
  readonly blocking: readonly CaseFindingRow[]
  readonly never: readonly CaseFindingRow[]
}

export interface MakeRemoval {
  readonly onDay: IsoDate
  readonly returnMadeOn: IsoDate | null
  readonly override: { readonly reason: string; readonly head: string } | null
}

/** Deletes the name: the entry on the roll ends on that day, and Admissions and the child’s co-ordinator are told. */
export async function makeRemoval(
  doer: Doer,
  removal: RollRemoval,
  { onDay, returnMadeOn, override }: MakeRemoval,
): Promise<void> {
  const { tx, me } = doer
  await oneAtATime(tx, removal.child_id)
  // What stops it is asked as of now, not as it was found when somebody last wrote something.
  await reevaluateMoves(doer, removal.child_id)
  const { blocking, never } = await whatStops(tx, removal.id)
  if (never.length > 0) throw new Refusal(never.map(({ message }) => message).join(' '))
  if (blocking.length > 0 && !override)
    throw new Refusal(
      `${blocking.map(({ message }) => message).join(' ')} Give a reason and the head’s name.`,
    )
  const entry = await tx
    .selectFrom('enrolment')
    .select(['id', 'version'])
    .where('child_id', '=', removal.child_id)
    .where('school_id', '=', me.organisationId)
    .where('from_on', '<=', onDay)
    .where('to_on', 'is', null)
    .orderBy('from_on', 'desc')
    .executeTakeFirst()
  if (!entry)
    throw new Refusal('The child has no open entry on your roll on that day, so none can end.')
  await changeRow(doer, removal, {
    status: removalLifecycle.next(removal.status, 'make'),
    deleted_on: onDay,
    return_made_on: returnMadeOn,
    override_reason: override?.reason ?? null,
    override_head: override?.head ?? null,
  })
  await tellOfRemoval(doer, removal)
  await reevaluateMoves(doer, removal.child_id)
  remembered(doer, removal, 'removal.made', {
    ground: removal.ground,
    on: onDay,
    overridden: override ? blocking.map(({ rule }) => rule) : [],
  })
  await endEnrolment(
    doer,
    { id: entry.id, childId: removal.child_id, version: entry.version },
    { toOn: onDay, because: groundWords(removal.ground) },
  )
}

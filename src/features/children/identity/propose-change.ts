import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { changed } from '../changed.ts'
import { correctRow } from '../correct.ts'
import { noticePossibleDuplicates } from './add-child.ts'
import type { WaitingChangeRow } from './proposed-change.query.ts'

export type Proposal =
  | { readonly kind: 'upn'; readonly upn: string | null }
  | { readonly kind: 'birth-date'; readonly birthDate: IsoDate }
  | { readonly kind: 'merge'; readonly otherChildId: string }

/** Asks a second person to confirm a change that one person must not make alone. */
export async function proposeChange(
  doer: Doer,
  childId: string,
  proposal: Proposal,
  reason: string,
): Promise<string> {
  const { tx, me, now, audit } = doer
  const waiting = await tx
    .selectFrom('proposed_change')
    .select('id')
    .where('child_id', '=', childId)
    .where('kind', '=', proposal.kind)
    .where('outcome', 'is', null)
    .where(
      'other_child_id',
      'is not distinct from',
      proposal.kind === 'merge' ? proposal.otherChildId : null,
    )
    .executeTakeFirst()
  if (waiting) throw new Refusal('The same kind of change waits for a second person already.')
  const id = newId()
  await tx
    .insertInto('proposed_change')
    .values({
      id,
      child_id: childId,
      kind: proposal.kind,
      new_upn: proposal.kind === 'upn' ? proposal.upn : null,
      new_birth_date: proposal.kind === 'birth-date' ? proposal.birthDate : null,
      other_child_id: proposal.kind === 'merge' ? proposal.otherChildId : null,
      reason,
      proposed_by: me.userId,
      proposed_by_organisation_id: me.organisationId,
      proposed_at: now,
    })
    .execute()
  audit({
    event: 'child.changed',
    subjectKind: 'child',
    subjectId: childId,
    childId,
    detail: { proposed: proposal.kind, change: id },
  })
  return id
}

export type Answer = 'confirmed' | 'refused' | 'withdrawn'

/** A second person says yes or no; whoever proposed it can only take it back. What is confirmed is done at once. */
export async function decideChange(doer: Doer, change: WaitingChangeRow, answer: Answer) {
  const { tx, me, now } = doer
  const own = change.proposedById === me.userId
  if (own !== (answer === 'withdrawn'))
    throw new Refusal(
      own
        ? 'Somebody else must confirm what you proposed.'
        : 'Only its author can take a proposal back.',
    )
  const { numUpdatedRows } = await tx
    .updateTable('proposed_change')
    .set({ outcome: answer, decided_by: me.userId, decided_at: now })
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('This proposal has been decided since you opened it')
  if (answer === 'confirmed') await carryOut(doer, change)
  else
    doer.audit({
      event: 'child.changed',
      subjectKind: 'child',
      subjectId: change.childId,
      childId: change.childId,
      detail: { change: change.id, [answer]: change.kind },
    })
}

async function carryOut(doer: Doer, change: WaitingChangeRow) {
  if (change.kind === 'merge') return join(doer, change)
  const row = { id: change.childId, childId: change.childId, version: change.childVersion }
  if (change.kind === 'birth-date')
    await correctRow(doer, 'child', row, { birth_date: change.newBirthDate }, change.reason)
  else {
    const former = await formerUpns(doer, change)
    await correctRow(doer, 'child', row, { upn: change.newUpn, former_upns: former }, change.reason)
  }
  await noticePossibleDuplicates(doer, [change.childId])
}

/** The number that was replaced is still found: other people’s papers carry it. */
async function formerUpns({ tx }: Doer, { childId, newUpn }: WaitingChangeRow) {
  const child = await tx
    .selectFrom('child')
    .select(['upn', 'former_upns'])
    .where('id', '=', childId)
    .executeTakeFirstOrThrow()
  const all = [...child.former_upns, ...(child.upn ? [child.upn] : [])]
  return [...new Set(all)].filter(upn => upn !== newUpn)
}

async function join(doer: Doer, change: WaitingChangeRow) {
  const { tx, me, now, audit } = doer
  await sql`select onroll.join_children(${change.id})`.execute(tx)
  await tx
    .updateTable('possible_duplicate')
    .set({ resolved_at: now, resolved_by: me.userId, outcome: 'same child' })
    .where(eb =>
      eb.or([
        eb.and([
          eb('child_id', '=', change.childId),
          eb('other_child_id', '=', change.otherChildId),
        ]),
        eb.and([
          eb('child_id', '=', change.otherChildId),
          eb('other_child_id', '=', change.childId),
        ]),
      ]),
    )
    .execute()
  audit({
    event: 'child.duplicate-resolved',
    subjectKind: 'child',
    subjectId: change.otherChildId ?? undefined,
    childId: change.otherChildId ?? undefined,
    detail: { joinedInto: change.childId },
  })
  await changed(doer, change.childId, 'child.duplicate-resolved', { joined: change.otherChildId })
}

import { newId } from '#domain/ids.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import { enqueue } from '#platform/jobs.ts'
import { concernLifecycle } from './concern.ts'
import type { Concern } from './concerns.query.ts'
import { tellOfConcernName } from './tell.job.ts'

/** Says that the quality team is at it, and what it does first. */
export async function lookIntoConcern(doer: Doer, concern: Concern, words: string) {
  await move(doer, concern, 'look into', {})
  await note(doer, concern, 'looked into', words)
  doer.audit(about(concern, 'concern.looked-into'))
}

export async function noteOnConcern(doer: Doer, concern: Concern, words: string) {
  await note(doer, concern, 'noted', words)
  doer.audit(about(concern, 'concern.noted'))
}

/** Closes it with an outcome, which every commissioner with a child there reads, and is told of. */
export async function closeConcern(
  doer: Doer,
  concern: Concern,
  { outcome, words }: { readonly outcome: string; readonly words: string | null },
) {
  const { tx, me, now, audit } = doer
  await move(doer, concern, 'close', { outcome, closed_by: me.userId, closed_at: now })
  await note(doer, concern, 'closed', words ?? outcome)
  audit(about(concern, 'concern.closed'))
  await enqueue(
    tx,
    { name: tellOfConcernName },
    { concern: concern.id, what: 'closed' },
    { key: `concern ${concern.id} closed ${concern.version}` },
  )
}

/** What was closed too early is open again; its outcome stays in the notes. */
export async function openConcernAgain(doer: Doer, concern: Concern, words: string) {
  await move(doer, concern, 'open again', { outcome: null, closed_by: null, closed_at: null })
  await note(doer, concern, 'opened again', words)
  doer.audit(about(concern, 'concern.opened-again'))
}

async function move(
  { tx }: Doer,
  concern: Concern,
  action: Parameters<typeof concernLifecycle.next>[1],
  change: {
    readonly outcome?: string | null
    readonly closed_by?: string | null
    readonly closed_at?: Date | null
  },
) {
  await changeOne(
    tx
      .updateTable('provider_concern')
      .set({ ...change, status: concernLifecycle.next(concern.status, action) })
      .where('id', '=', concern.id)
      .where('version', '=', concern.version),
    'This concern',
  )
}

const note = (
  { tx, me, now }: Doer,
  concern: Concern,
  kind: 'looked into' | 'noted' | 'closed' | 'opened again',
  words: string,
) =>
  tx
    .insertInto('concern_note')
    .values({ id: newId(), concern_id: concern.id, kind, words, by_user: me.userId, at: now })
    .execute()

const about = <
  E extends 'concern.looked-into' | 'concern.noted' | 'concern.closed' | 'concern.opened-again',
>(
  concern: Concern,
  event: E,
) =>
  ({
    event,
    subjectKind: 'concern',
    subjectId: concern.id,
    detail: { provider: concern.providerId },
  }) as const

import { newId } from '#domain/ids.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { enqueue } from '#platform/jobs.ts'
import type { ConcernKind, ConcernLevel } from './concern.ts'
import { type Named, nameIn, upnIn } from './names-in-words.ts'
import { tellOfConcernName } from './tell.job.ts'

export interface NewConcern {
  readonly providerId: string
  readonly kind: ConcernKind
  readonly level: ConcernLevel
  readonly words: string
}

/** Raises a concern in one’s own name. It reaches the quality team and every commissioner with a child there. */
export async function raiseConcern(doer: Doer, wanted: NewConcern): Promise<string> {
  const { tx, me, now, audit } = doer
  const id = newId()
  await tx
    .insertInto('provider_concern')
    .values({
      id,
      provider_id: wanted.providerId,
      kind: wanted.kind,
      level: wanted.level,
      words: wanted.words,
      raised_by: me.userId,
      by_organisation: me.organisationId,
      raised_at: now,
    })
    .execute()
  audit({
    event: 'concern.raised',
    subjectKind: 'concern',
    subjectId: id,
    detail: { provider: wanted.providerId, kind: wanted.kind, level: wanted.level },
  })
  await enqueue(
    tx,
    { name: tellOfConcernName },
    { concern: id, what: 'raised' },
    { key: `concern ${id} raised` },
  )
  return id
}

/**
 * Why these words cannot stand in a concern: they name a child who is or was placed there. Only children whom the person
 * asking may read can be looked for; of others nobody is told whether they are there.
 */
export async function whyNotSaid(
  tx: Tx,
  providerId: string,
  words: string,
  where = 'a concern',
): Promise<string | undefined> {
  if (upnIn(words)) return `Take out the unique pupil number: ${where} names no child`
  const name = nameIn(words, await childrenThere(tx, providerId))
  return name && `Take out “${name}”: a child of this name is placed there, and ${where} names none`
}

async function childrenThere(tx: Tx, providerId: string): Promise<Named[]> {
  const rows = await tx
    .selectFrom('placement')
    .innerJoin('child', 'child.id', 'placement.child_id')
    .select([
      'child.forename',
      'child.surname',
      'child.preferred_forename as preferredForename',
      'child.preferred_surname as preferredSurname',
    ])
    .distinct()
    .where('placement.provider_id', '=', providerId)
    .execute()
  return rows.map(row => ({
    forenames: given([row.forename, row.preferredForename]),
    surnames: given([row.surname, row.preferredSurname]),
  }))
}

const given = (names: readonly (string | null)[]) =>
  names.filter((name): name is string => name !== null && name.trim() !== '')

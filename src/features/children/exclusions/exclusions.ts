import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { changed } from '../changed.ts'

export const exclusionsOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('exclusion as e')
    .innerJoin('organisation as school', 'school.id', 'e.school_id')
    .leftJoin('user_account as recorder', 'recorder.id', 'e.recorded_by')
    .select([
      'e.id',
      'e.school_id as schoolId',
      'school.name as school',
      'e.kind',
      'e.from_on as fromOn',
      'e.to_on as toOn',
      'e.sessions',
      'e.reasons',
      'e.reinstated_on as reinstatedOn',
      'e.version',
      'recorder.name as recordedBy',
      'e.recorded_at as recordedAt',
    ])
    .where('e.child_id', '=', childId)
    .orderBy('e.from_on', 'desc')
    .execute()
export type Exclusion = Awaited<ReturnType<typeof exclusionsOf>>[number]

export interface NewExclusion {
  readonly childId: string
  readonly schoolId: string
  readonly kind: 'suspension' | 'permanent'
  readonly fromOn: IsoDate
  readonly toOn?: IsoDate | null
  readonly sessions?: number | null
  readonly reasons: readonly string[]
  readonly reinstatedOn?: IsoDate | null
}

/** A suspension or permanent exclusion, by the school that made it. */
export async function recordExclusion(doer: Doer, exclusion: NewExclusion): Promise<string> {
  const id = newId()
  await doer.tx
    .insertInto('exclusion')
    .values({
      id,
      child_id: exclusion.childId,
      school_id: exclusion.schoolId,
      ...exclusionColumns(exclusion),
      recorded_by: doer.me.userId,
      recorded_at: doer.now,
    })
    .execute()
  await changed(doer, exclusion.childId, 'child.changed', { added: exclusion.kind })
  return id
}

export const exclusionColumns = (exclusion: Omit<NewExclusion, 'childId' | 'schoolId'>) => ({
  kind: exclusion.kind,
  from_on: exclusion.fromOn,
  to_on: exclusion.kind === 'suspension' ? (exclusion.toOn ?? null) : null,
  sessions: exclusion.kind === 'suspension' ? (exclusion.sessions ?? null) : null,
  reasons: [...exclusion.reasons],
  reinstated_on: exclusion.reinstatedOn ?? null,
})

import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'

/**
 * Gives a school terms of its own, to begin with the authority's. From its first own term on, only its own count: a
 * school that entered one term alone would have no others.
 */
export async function takeOwnTerms({ tx, audit }: Doer, schoolId: string): Promise<number> {
  const terms = await tx
    .selectFrom('term')
    .select(['school_id', 'name', 'starts_on', 'ends_on'])
    .where(at => at.or([at('school_id', 'is', null), at('school_id', '=', schoolId)]))
    .execute()
  if (terms.some(term => term.school_id === schoolId))
    throw new Refusal('Your school has terms of its own already')
  if (terms.length > 0)
    await tx
      .insertInto('term')
      .values(terms.map(term => ({ ...term, id: newId(), school_id: schoolId })))
      .execute()
  audit({
    event: 'calendar.changed',
    subjectKind: 'school',
    subjectId: schoolId,
    detail: { ownTerms: terms.length },
  })
  return terms.length
}

/** Takes a school's own terms away, so that the authority's count again. Its INSET days and closures stay. */
export async function dropOwnTerms({ tx, audit }: Doer, schoolId: string) {
  const gone = await tx
    .deleteFrom('term')
    .where('school_id', '=', schoolId)
    .returning('id')
    .execute()
  audit({
    event: 'calendar.changed',
    subjectKind: 'school',
    subjectId: schoolId,
    detail: { ownTerms: 0, removed: gone.length },
  })
}

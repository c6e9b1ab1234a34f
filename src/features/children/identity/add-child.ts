import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { type ChildId, newId } from '#domain/ids.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { type Names, nameKeys } from '../name-keys.ts'

export interface NewChild extends Names {
  readonly birthDate: IsoDate
  readonly sex?: 'F' | 'M' | 'U' | null | undefined
  readonly upn?: string | null | undefined
  readonly uln?: string | null | undefined
  readonly ethnicity?: string | null | undefined
  readonly firstLanguage?: string | null | undefined
  readonly interpreterNeeded?: boolean | null | undefined
  readonly freeSchoolMeals?: boolean | null | undefined
  readonly youngCarer?: boolean | null | undefined
}

/**
 * Enters a child. Whoever else may hold a record of the same child learns of it only where a co-ordinator sees both;
 * whoever enters it here learns nothing.
 */
export async function addChild(doer: Doer, child: NewChild): Promise<ChildId> {
  const id = newId<ChildId>()
  await doer.tx
    .insertInto('child')
    .values(childRow(doer, id, child))
    .execute()
  await noticePossibleDuplicates(doer, [id])
  doer.audit({ event: 'child.added', subjectKind: 'child', subjectId: id, childId: id })
  return id
}

/** The row of a new child, as it is inserted: the import writes many at once. */
export const childRow = ({ me, now }: Pick<Doer, 'me' | 'now'>, id: string, child: NewChild) => ({
  id,
  forename: child.forename,
  surname: child.surname,
  preferred_forename: child.preferredForename ?? null,
  preferred_surname: child.preferredSurname ?? null,
  ...nameKeys(child),
  birth_date: child.birthDate,
  sex: child.sex ?? null,
  upn: child.upn ?? null,
  uln: child.uln ?? null,
  ethnicity: child.ethnicity ?? null,
  first_language: child.firstLanguage ?? null,
  interpreter_needed: child.interpreterNeeded ?? null,
  free_school_meals: child.freeSchoolMeals ?? null,
  young_carer: child.youngCarer ?? null,
  created_by_organisation_id: me.organisationId,
  created_by: me.userId,
  created_at: now,
})

export const noticePossibleDuplicates = (
  { tx, now }: { tx: Tx; now: Date },
  ids: readonly string[],
) => sql`select onroll.notice_possible_duplicates(${ids}::uuid[], ${now})`.execute(tx)

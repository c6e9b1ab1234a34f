import { sql } from 'kysely'
import type { Doer } from '#platform/http/visit.ts'
import { correctRow } from '../correct.ts'
import { type Names, nameKeys } from '../name-keys.ts'
import { noticePossibleDuplicates } from './add-child.ts'
import type { ChildDetails } from './details.query.ts'

export interface IdentityChange extends Names {
  readonly sex?: 'F' | 'M' | 'U' | undefined
  readonly uln: string | null
  readonly ethnicity: string | null
  readonly firstLanguage: string | null
  readonly interpreterNeeded: boolean | null
  readonly freeSchoolMeals: boolean | null
  readonly youngCarer: boolean | null
  /** Only a first UPN: one on record changes when a second person confirms it. */
  readonly upn?: string | null | undefined
}

/** Corrects who the child is, but for the UPN and date of birth on record, which take two people. */
export async function changeIdentity(
  doer: Doer,
  child: ChildDetails,
  change: IdentityChange,
  reason: string,
) {
  await correctRow(
    doer,
    'child',
    { id: child.id, childId: child.id, version: child.version },
    {
      forename: change.forename,
      surname: change.surname,
      preferred_forename: change.preferredForename ?? null,
      preferred_surname: change.preferredSurname ?? null,
      sex: change.sex ?? null,
      uln: change.uln,
      ethnicity: change.ethnicity,
      first_language: change.firstLanguage,
      interpreter_needed: change.interpreterNeeded,
      free_school_meals: change.freeSchoolMeals,
      young_carer: change.youngCarer,
      ...(child.upn === null && change.upn ? { upn: change.upn } : {}),
    },
    reason,
  )
  await searchableAs(doer, child.id, change)
}

/** The child is found by the names as they are now; who else may be the same child is asked again. */
export async function searchableAs(doer: Doer, childId: string, names: Names) {
  const keys = nameKeys(names)
  await doer.tx
    .updateTable('child')
    .set(keys)
    .where('id', '=', childId)
    .where(
      sql<boolean>`(search_name <> ${keys.search_name} or sound_keys <> ${keys.sound_keys}::text[])`,
    )
    .execute()
  await noticePossibleDuplicates(doer, [childId])
}

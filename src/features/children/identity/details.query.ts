import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'

/** All that is on record of who the child is. */
export async function detailsOf(tx: Tx, childId: string) {
  const found = await tx
    .selectFrom('child as c')
    .innerJoin('organisation as entered', 'entered.id', 'c.created_by_organisation_id')
    .select([
      'c.id',
      'c.forename',
      'c.surname',
      'c.preferred_forename as preferredForename',
      'c.preferred_surname as preferredSurname',
      'c.birth_date as birthDate',
      'c.sex',
      'c.upn',
      'c.former_upns as formerUpns',
      'c.uln',
      'c.ethnicity',
      'c.first_language as firstLanguage',
      'c.interpreter_needed as interpreterNeeded',
      'c.free_school_meals as freeSchoolMeals',
      'c.young_carer as youngCarer',
      'c.created_at as createdAt',
      'c.version',
      'entered.name as enteredBy',
    ])
    .where('c.id', '=', childId)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}
export type ChildDetails = Awaited<ReturnType<typeof detailsOf>>

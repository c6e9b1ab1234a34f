import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'

/** What is recorded of a child today, as far as the reader may know it. A referral shows it and never copies it, until it is sent. */
export async function childRecord(tx: Tx, childId: string, today: IsoDate) {
  const [
    child,
    enrolments,
    addresses,
    contacts,
    needs,
    topUps,
    care,
    agencies,
    exclusions,
    admissions,
  ] = await Promise.all([
    tx
      .selectFrom('child')
      .select([
        'id',
        'reference',
        'upn',
        'uln',
        'forename',
        'surname',
        'preferred_forename',
        'preferred_surname',
        'birth_date',
        'sex',
        'ethnicity',
        'first_language',
        'interpreter_needed',
        'free_school_meals',
        'young_carer',
      ])
      .where('id', '=', childId)
      .executeTakeFirst(),
    tx
      .selectFrom('enrolment')
      .leftJoin('organisation as school', 'school.id', 'enrolment.school_id')
      .select([
        'enrolment.school_id',
        'school.name as school',
        'enrolment.kind',
        'enrolment.from_on',
        'enrolment.to_on',
        'enrolment.year_group',
      ])
      .where('enrolment.child_id', '=', childId)
      .orderBy('enrolment.from_on', 'desc')
      .execute(),
    tx
      .selectFrom('child_address')
      .select(['street', 'town', 'postcode', 'home_authority', 'from_on', 'to_on'])
      .where('child_id', '=', childId)
      .orderBy('from_on', 'desc')
      .execute(),
    tx
      .selectFrom('contact')
      .select([
        'id',
        'name',
        'relationship',
        'parental_responsibility',
        'lives_with_child',
        'telephone',
        'email',
        'no_contact',
        'language',
      ])
      .where('child_id', '=', childId)
      .where('ended_on', 'is', null)
      .orderBy('priority')
      .orderBy('name')
      .execute(),
    tx
      .selectFrom('special_needs')
      .select([
        'status',
        'maintaining_authority',
        'primary_need',
        'secondary_need',
        'from_on',
        'to_on',
      ])
      .where('child_id', '=', childId)
      .orderBy('from_on', 'desc')
      .execute(),
    tx
      .selectFrom('top_up')
      .select(['school_year', 'amount_pence', 'from_on', 'to_on'])
      .where('child_id', '=', childId)
      .orderBy('from_on', 'desc')
      .execute(),
    tx
      .selectFrom('care_status')
      .select([
        'status',
        'authority',
        'from_on',
        'to_on',
        'social_worker',
        'virtual_school_contact',
      ])
      .where('child_id', '=', childId)
      .orderBy('from_on', 'desc')
      .execute(),
    tx
      .selectFrom('agency_involvement')
      .select(['agency', 'status', 'worker', 'from_on', 'to_on'])
      .where('child_id', '=', childId)
      .orderBy('agency')
      .execute(),
    tx
      .selectFrom('exclusion')
      .leftJoin('organisation as school', 'school.id', 'exclusion.school_id')
      .select([
        'exclusion.id',
        'exclusion.school_id',
        'school.name as school',
        'exclusion.kind',
        'exclusion.from_on',
        'exclusion.to_on',
        'exclusion.sessions',
        'exclusion.reasons',
        'exclusion.reinstated_on',
        'exclusion.education_from',
      ])
      .where('exclusion.child_id', '=', childId)
      .orderBy('exclusion.from_on', 'desc')
      .execute(),
    tx
      .selectFrom('admission')
      .select(['id', 'school_id', 'applied_on', 'outcome', 'completed_on'])
      .where('child_id', '=', childId)
      .orderBy('applied_on', 'desc')
      .execute(),
  ])
  if (!child) return undefined
  return {
    ...child,
    name: `${child.preferred_forename ?? child.forename} ${child.preferred_surname ?? child.surname}`,
    enrolments,
    enrolment: onDay(enrolments, today),
    address: onDay(addresses, today),
    contacts,
    specialNeeds: onDay(needs, today),
    topUps,
    care: onDay(care, today),
    agencies,
    exclusions,
    admissions,
  }
}
export type ChildRecord = NonNullable<Awaited<ReturnType<typeof childRecord>>>

type Dated = { readonly from_on: IsoDate; readonly to_on: IsoDate | null }

/** The row that holds on the day. Rows come newest first, and a main roll goes before a subsidiary one. */
function onDay<T extends Dated & { kind?: string }>(
  rows: readonly T[],
  day: IsoDate,
): T | undefined {
  const holding = rows.filter(row => row.from_on <= day && (row.to_on === null || day <= row.to_on))
  return holding.find(({ kind }) => kind === 'main' || kind === 'current') ?? holding[0]
}

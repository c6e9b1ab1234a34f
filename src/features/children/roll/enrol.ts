import { type IsoDate, laterOf } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { yearGroupOn } from '#domain/year-group.ts'
import type { Doer } from '#platform/http/visit.ts'
import { changed, oneAtATime } from '../changed.ts'

export interface NewEnrolment {
  readonly childId: string
  readonly schoolId: string
  readonly kind: 'current' | 'main' | 'subsidiary'
  readonly fromOn: IsoDate
  readonly toOn?: IsoDate | null
  /** Only where the child is taught in another year group than that of the child’s age. */
  readonly yearGroup?: number | null
  readonly source?: string
}

/** Puts a child on a school’s roll. A school writes its own roll; Admissions and co-ordinators any. */
export async function enrolChild(doer: Doer, enrolment: NewEnrolment): Promise<string> {
  const { tx, me, now, today } = doer
  refuseOtherSchool(doer, enrolment.schoolId)
  await oneAtATime(tx, enrolment.childId)
  const overlapping = await tx
    .selectFrom('enrolment')
    .select('id')
    .where('child_id', '=', enrolment.childId)
    .where('school_id', '=', enrolment.schoolId)
    .where(eb => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', enrolment.fromOn)]))
    .executeTakeFirst()
  if (overlapping && !enrolment.toOn)
    throw new Refusal(
      'The child is on this school’s roll then already. Correct that entry instead.',
    )
  const id = newId()
  await tx
    .insertInto('enrolment')
    .values({
      id,
      child_id: enrolment.childId,
      school_id: enrolment.schoolId,
      kind: enrolment.kind,
      from_on: enrolment.fromOn,
      to_on: enrolment.toOn ?? null,
      year_group: await yearToRecord(doer, enrolment, laterOf(enrolment.fromOn, today)),
      source: enrolment.source ?? sourceOf(me.organisationKind, me.role),
      recorded_by: me.userId,
      recorded_at: now,
    })
    .execute()
  await changed(doer, enrolment.childId, 'enrolment.changed', { added: id })
  return id
}

/** The last day on roll is kept; the row stays. */
export async function endEnrolment(
  doer: Doer,
  { id, childId, version }: { id: string; childId: string; version: number },
  { toOn, because }: { toOn: IsoDate; because: string | null },
) {
  const { numUpdatedRows } = await doer.tx
    .updateTable('enrolment')
    .set({ to_on: toOn, ended_because: because })
    .where('id', '=', id)
    .where('child_id', '=', childId)
    .where('version', '=', version)
    .where('from_on', '<=', toOn)
    .executeTakeFirst()
  if (numUpdatedRows === 0n)
    throw new Refusal(
      'This entry has changed since you opened it, or began after the day you gave.',
    )
  await changed(doer, childId, 'enrolment.changed', { ended: id })
}

/** Row-level security refuses it too; here it is said in words. */
function refuseOtherSchool({ me }: Doer, schoolId: string) {
  if (me.organisationKind === 'school' && me.organisationId !== schoolId)
    throw new Refusal('A school records its own roll. Ask the other school, or Admissions.')
}

async function yearToRecord({ tx }: Doer, { childId, yearGroup }: NewEnrolment, day: IsoDate) {
  if (yearGroup == null) return null
  const child = await tx
    .selectFrom('child')
    .select('birth_date')
    .where('id', '=', childId)
    .executeTakeFirst()
  return child && yearGroupOn(child.birth_date, day) === yearGroup ? null : yearGroup
}

const sourceOf = (kind: string | undefined, role: string | undefined) =>
  kind === 'school' ? 'school' : (role ?? 'person')

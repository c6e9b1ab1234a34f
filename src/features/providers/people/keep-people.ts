import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { NotFound } from '#domain/refusal.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { CheckKind, PersonRole } from './person.ts'

export interface PersonDetails {
  readonly name: string
  readonly role: PersonRole
  readonly worksAs: string | null
  readonly inSeniorLeadership: boolean
  readonly email: string | null
  readonly telephone: string | null
  readonly firstAider: boolean
  readonly regulatedActivity: boolean
  readonly checkKind: CheckKind | null
  readonly checkedOn: IsoDate | null
  /** The whole number as it was typed, or nothing to leave what is known as it is. Only its end is kept. */
  readonly checkNumber: string | null
  readonly updateService: boolean
  readonly referencesSeenOn: IsoDate | null
  readonly rightToWorkSeenOn: IsoDate | null
  readonly qualificationsSeenOn: IsoDate | null
  readonly fromOn: IsoDate
  readonly toOn: IsoDate | null
}

const shown = 3

/** Somebody who works for the provider, with the checks that the single central record is made of. */
export async function keepPerson(
  doer: Doer,
  providerId: string,
  it: PersonDetails,
  known?: { readonly id: string; readonly version: number },
): Promise<string> {
  const { tx, audit } = doer
  const row = {
    name: it.name,
    role: it.role,
    works_as: it.worksAs,
    in_senior_leadership: it.inSeniorLeadership,
    email: it.email,
    telephone: it.telephone,
    first_aider: it.firstAider,
    regulated_activity: it.regulatedActivity,
    check_kind: it.checkKind,
    checked_on: it.checkedOn,
    // The rest of the number goes no further than this line.
    ...(it.checkNumber ? { check_number_end: it.checkNumber.slice(-shown) } : {}),
    update_service: it.updateService,
    references_seen_on: it.referencesSeenOn,
    right_to_work_seen_on: it.rightToWorkSeenOn,
    qualifications_seen_on: it.qualificationsSeenOn,
    from_on: it.fromOn,
    to_on: it.toOn,
  }
  const id = known?.id ?? newId()
  if (known) {
    await changeOne(
      tx
        .updateTable('provider_person')
        .set(row)
        .where('id', '=', id)
        .where('provider_id', '=', providerId)
        .where('version', '=', known.version),
      'This person’s record',
    )
  } else
    await tx
      .insertInto('provider_person')
      .values({ id, provider_id: providerId, ...row })
      .execute()
  audit({
    event: 'provider.people-changed',
    subjectKind: 'provider',
    subjectId: providerId,
    detail: { person: id },
  })
  return id
}

/** A safeguarding training that somebody did, and who gave it. */
export async function addTraining(
  doer: Doer,
  providerId: string,
  training: {
    personId: string
    trainedOn: IsoDate
    trainer: 'county' | 'other'
    course: string | null
  },
): Promise<void> {
  const { tx, me, now, audit } = doer
  const person = await tx
    .selectFrom('provider_person')
    .select('id')
    .where('id', '=', training.personId)
    .where('provider_id', '=', providerId)
    .executeTakeFirst()
  if (!person) throw new NotFound()
  await tx
    .insertInto('provider_training')
    .values({
      id: newId(),
      person_id: training.personId,
      provider_id: providerId,
      trained_on: training.trainedOn,
      trainer: training.trainer,
      course: training.course,
      recorded_by: me.userId,
      recorded_at: now,
    })
    .execute()
  audit({
    event: 'provider.people-changed',
    subjectKind: 'provider',
    subjectId: providerId,
    detail: { person: training.personId, trained: true },
  })
}

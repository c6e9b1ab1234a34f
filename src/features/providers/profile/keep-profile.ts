import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import type {
  curriculumWords,
  kindWords,
  legalFormWords,
  Need,
  registrationWords,
} from '../words.ts'

export interface Offered {
  readonly description: string | null
  readonly needs: readonly Need[]
  readonly keyStages: readonly number[]
  readonly weekdays: readonly number[]
  readonly subjects: readonly string[]
  readonly qualifications: readonly string[]
  readonly curriculum: keyof typeof curriculumWords | null
  readonly minutesPerWeek: number | null
  readonly places: number | null
  readonly capacitySessions: number | null
}

/** What a provider teaches, to whom, and how much room it has. */
export async function keepOffer(doer: Doer, id: string, version: number, offered: Offered) {
  const { keyStages, minutesPerWeek, capacitySessions, ...plain } = offered
  await changeProvider(doer, id, version, {
    ...plain,
    needs: [...offered.needs],
    weekdays: [...offered.weekdays],
    subjects: [...offered.subjects],
    qualifications: [...offered.qualifications],
    key_stages: [...keyStages],
    minutes_per_week: minutesPerWeek,
  })
  await keepStanding(doer, id, { capacity_sessions: capacitySessions })
  changed(doer, id, 'offer')
}

export interface Registered {
  readonly kind: keyof typeof kindWords | null
  readonly legalForm: keyof typeof legalFormWords | null
  readonly employsAnyone: boolean | null
  readonly declaredOn: IsoDate | null
  readonly declaredBy: string | null
  readonly registration: keyof typeof registrationWords | null
  readonly urn: string | null
  readonly ofsted: {
    readonly outcome: string
    readonly on: IsoDate
    readonly source: string
  } | null
  readonly saferWorkingPracticeOn: IsoDate | null
}

/** What a provider is in law, and what others have said of it. */
export async function keepRegistration(doer: Doer, id: string, version: number, it: Registered) {
  await changeProvider(doer, id, version, {
    kind: it.kind,
    legal_form: it.legalForm,
    registration: it.registration,
    dfe_urn: it.urn,
    ofsted_outcome: it.ofsted?.outcome ?? null,
    ofsted_on: it.ofsted?.on ?? null,
    ofsted_source: it.ofsted?.source ?? null,
  })
  await keepStanding(doer, id, {
    employs_anyone: it.employsAnyone,
    no_employees_declared_on: it.employsAnyone === false ? it.declaredOn : null,
    no_employees_declared_by: it.employsAnyone === false ? it.declaredBy : null,
    safer_working_practice_on: it.saferWorkingPracticeOn,
  })
  changed(doer, id, 'registration')
}

/** An officer looked a number up that the imported register does not hold. */
export async function lookUpNumber(
  doer: Doer,
  id: string,
  it: { urn: string; confirmed: boolean; source: string; checkedOn: IsoDate },
) {
  const { tx, me, now, audit } = doer
  await tx
    .insertInto('provider_number_check')
    .values({
      id: newId(),
      provider_id: id,
      urn: it.urn,
      confirmed: it.confirmed,
      source: it.source,
      checked_on: it.checkedOn,
      checked_by: me.userId,
      by_organisation: me.organisationId,
      recorded_at: now,
    })
    .execute()
  audit({
    event: 'provider.number-looked-up',
    subjectKind: 'provider',
    subjectId: id,
    detail: { urn: it.urn, confirmed: it.confirmed },
  })
}

async function changeProvider(
  { tx }: Doer,
  id: string,
  version: number,
  change: Partial<{
    description: string | null
    needs: string[]
    weekdays: number[]
    subjects: string[]
    qualifications: string[]
    key_stages: number[]
    minutes_per_week: number | null
    curriculum: Offered['curriculum']
    places: number | null
    kind: Registered['kind']
    legal_form: Registered['legalForm']
    registration: Registered['registration']
    dfe_urn: string | null
    ofsted_outcome: string | null
    ofsted_on: IsoDate | null
    ofsted_source: string | null
  }>,
) {
  await changeOne(
    tx
      .updateTable('provider')
      .set(change)
      .where('organisation_id', '=', id)
      .where('version', '=', version),
    'This provider',
  )
}

const keepStanding = (
  { tx }: Doer,
  id: string,
  standing: Partial<{
    capacity_sessions: number | null
    employs_anyone: boolean | null
    no_employees_declared_on: IsoDate | null
    no_employees_declared_by: string | null
    safer_working_practice_on: IsoDate | null
  }>,
) =>
  tx
    .insertInto('provider_standing')
    .values({ provider_id: id, ...standing })
    .onConflict(conflict => conflict.column('provider_id').doUpdateSet(standing))
    .execute()

function changed({ audit }: Doer, id: string, part: string) {
  audit({
    event: 'provider.changed',
    subjectKind: 'provider',
    subjectId: id,
    detail: { part },
  })
}

import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'

/** That this commissioner checked the registration, or the staff, before a child starts (REG-04). */
export async function recordCheck(
  { tx, me, now, audit }: Doer,
  providerId: string,
  it: { what: 'registration' | 'staff'; checkedOn: IsoDate; found: string },
): Promise<void> {
  await tx
    .insertInto('commissioner_check')
    .values({
      id: newId(),
      provider_id: providerId,
      commissioner_id: me.organisationId,
      what: it.what,
      checked_on: it.checkedOn,
      found: it.found,
      by_user: me.userId,
      recorded_at: now,
    })
    .execute()
  audit({
    event: 'provider.checked',
    subjectKind: 'provider',
    subjectId: providerId,
    detail: { what: it.what },
  })
}

export interface AgreementDetails {
  readonly signedOn: IsoDate
  readonly signedForCommissioner: string
  readonly signedForProvider: string
  readonly endsOn: IsoDate | null
  /** Does it bind the provider to Keeping Children Safe in Education (SAF-01)? Null while nobody has looked. */
  readonly kcsieClause: boolean | null
  readonly note: string | null
}

/** The agreement of one commissioner with one provider: that of another does not serve (EVD-11). */
export async function recordAgreement(
  { tx, me, now, audit }: Doer,
  providerId: string,
  it: AgreementDetails,
): Promise<void> {
  await tx
    .insertInto('service_level_agreement')
    .values({
      id: newId(),
      provider_id: providerId,
      commissioner_id: me.organisationId,
      signed_on: it.signedOn,
      signed_for_commissioner: it.signedForCommissioner,
      signed_for_provider: it.signedForProvider,
      ends_on: it.endsOn,
      kcsie_clause: it.kcsieClause,
      note: it.note,
      recorded_by: me.userId,
      recorded_at: now,
    })
    .execute()
  audit({ event: 'agreement.recorded', subjectKind: 'provider', subjectId: providerId })
}

/** What may change of a signed agreement: when it ends, and what was read in it later. */
export async function changeAgreement(
  { tx, audit }: Doer,
  known: { readonly id: string; readonly version: number; readonly provider_id: string },
  it: Pick<AgreementDetails, 'endsOn' | 'kcsieClause' | 'note'>,
): Promise<void> {
  await changeOne(
    tx
      .updateTable('service_level_agreement')
      .set({ ends_on: it.endsOn, kcsie_clause: it.kcsieClause, note: it.note })
      .where('id', '=', known.id)
      .where('version', '=', known.version),
    'This agreement',
  )
  audit({ event: 'agreement.changed', subjectKind: 'provider', subjectId: known.provider_id })
}

/** An audit on which partnerships rely (EVD-13). */
export async function recordAudit(
  { tx, me, now, audit }: Doer,
  providerId: string,
  it: { auditedOn: IsoDate; byWhom: string },
): Promise<void> {
  await tx
    .insertInto('provider_audit')
    .values({
      id: newId(),
      provider_id: providerId,
      audited_on: it.auditedOn,
      by_whom: it.byWhom,
      recorded_by: me.userId,
      by_organisation: me.organisationId,
      recorded_at: now,
    })
    .execute()
  audit({ event: 'provider.audited', subjectKind: 'provider', subjectId: providerId })
}

import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { OrganisationKind } from '../organisation.ts'
import type { Details } from './detail-fields.ts'

export interface DetailsChange {
  readonly id: string
  readonly kind: OrganisationKind
  /** Of the organisation, as it was shown. */
  readonly version: number
  readonly details: Details
}

/** Changes what people say of an organisation; what is not among the details stays. */
export async function changeDetails(doer: Doer, change: DetailsChange) {
  const { id, kind, version, details } = change
  const done = await doer.tx
    .updateTable('organisation')
    .set(row => ({
      // Its version counts, although only what is said of a school may change.
      name: typeof details.name === 'string' ? details.name : row.ref('name'),
      ...given('short_name', details.shortName),
      // A provider's contact is where its messages go.
      ...given('mailbox', kind === 'provider' ? details.contactEmail : details.mailbox),
      ...given('telephone', details.telephone),
      ...given('street', details.street),
      ...given('town', details.town),
      ...given('postcode', details.postcode),
      ...given('hub_name', details.hubName),
      ...given('hub_telephone', details.hubTelephone),
      ...given('hub_out_of_hours', details.hubOutOfHours),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute()
  if (done.length === 0) throw new Refusal('This organisation has changed since you opened it')
  if (kind === 'partnership') await changePartnership(doer, id, details)
  if (kind === 'provider') await changeProvider(doer, id, details)
  if (kind === 'school' && details.weeklyHours !== undefined)
    await doer.tx
      .updateTable('school')
      .set({
        weekly_minutes:
          details.weeklyHours === null ? null : Math.round(Number(details.weeklyHours) * 60),
      })
      .where('organisation_id', '=', id)
      .execute()
  doer.audit({
    event: kind === 'provider' ? 'provider.changed' : 'organisation.changed',
    subjectKind: kind,
    subjectId: id,
    detail: { fields: Object.keys(details) },
  })
}

const changePartnership = ({ tx }: Doer, id: string, details: Details) =>
  tx
    .updateTable('partnership')
    .set({
      area: details.area ?? null,
      contact_name: details.contactName ?? null,
      response_days: Number(details.responseDays),
    })
    .where('organisation_id', '=', id)
    .execute()

const changeProvider = ({ tx }: Doer, id: string, details: Details) =>
  tx
    .updateTable('provider')
    .set({
      contact_name: details.contactName ?? null,
      contact_email: details.contactEmail ?? null,
      contact_phone: details.telephone ?? null,
      website: details.website ?? null,
      dfe_urn: details.urn ?? null,
    })
    .where('organisation_id', '=', id)
    .execute()

const given = <Column extends string>(column: Column, value: string | null | undefined) =>
  (value === undefined ? {} : { [column]: value }) as Partial<Record<Column, string | null>>

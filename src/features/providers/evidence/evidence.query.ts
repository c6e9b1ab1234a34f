import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import { type DocumentState, stateOf } from './document-state.ts'
import { evidenceKinds } from './documents.ts'

const itemColumns = [
  'e.id',
  'e.document',
  'e.not_applicable_because as notApplicableBecause',
  'e.issued_on as issuedOn',
  'e.expires_on as expiresOn',
  'e.staff_count as staffCount',
  'e.first_aider_count as firstAiderCount',
  'e.procedures',
  'e.note',
  'e.added_at as addedAt',
  'e.superseded_at as supersededAt',
  'person.name as addedBy',
  'i.kind as insuranceKind',
  'i.insurer',
  'i.policy_number as policyNumber',
  'i.amount_pence as amountPence',
  'i.starts_on as startsOn',
] as const

/** Every version of one document of a provider, the newest first. */
export const versionsOf = (tx: Tx, providerId: string, document: string) =>
  items(tx, providerId).where('e.document', '=', document).orderBy('e.added_at', 'desc').execute()
export type EvidenceItem = Awaited<ReturnType<typeof versionsOf>>[number]

const items = (tx: Tx, providerId: string) =>
  tx
    .selectFrom('evidence_item as e')
    .leftJoin('insurance_policy as i', 'i.evidence_id', 'e.id')
    .leftJoin('user_account as person', 'person.id', 'e.added_by')
    .select(itemColumns)
    .where('e.provider_id', '=', providerId)

/** The documents that stand, each with how many files it has; the files themselves are for fewer readers. */
async function standing(tx: Tx, providerId: string) {
  const rows = await items(tx, providerId).where('e.superseded_at', 'is', null).execute()
  const { rows: files } = await sql<{ document: string; files: number }>`
    select document, files from onroll.evidence_files(${providerId}::uuid)`.execute(tx)
  const filesOf = new Map(files.map(({ document, files: count }) => [document, Number(count)]))
  return rows.map(row => ({ ...row, files: filesOf.get(row.document) ?? 0 }))
}

export interface SightingCount {
  readonly partnerships: number
  readonly schools: number
  readonly others: number
  readonly lastOn: IsoDate
}

/** Every document that a provider shows or should, with its state, who has seen it and whether we have. */
export async function evidenceOf(
  tx: Tx,
  providerId: string,
  commissionerId: string,
  today: IsoDate,
) {
  const shown = new Map((await standing(tx, providerId)).map(row => [row.document, row]))
  const counts = await sightingCounts(tx, providerId)
  const ours = await ownSightings(tx, providerId, commissionerId)
  const declared = await tx
    .selectFrom('provider_standing')
    .select(['employs_anyone', 'no_employees_declared_on'])
    .where('provider_id', '=', providerId)
    .executeTakeFirst()
  const employsNobody =
    declared?.employs_anyone === false && declared.no_employees_declared_on !== null
  const documents = evidenceKinds.map(kind => {
    const item = shown.get(kind.id)
    const state: DocumentState = stateOf(kind, item, { employsNobody, today })
    return { kind, item, state, sightings: counts.get(kind.id), ourSighting: ours.get(kind.id) }
  })
  return { documents, employsNobody }
}
export type ProviderEvidence = Awaited<ReturnType<typeof evidenceOf>>
export type DocumentShown = ProviderEvidence['documents'][number]

async function sightingCounts(tx: Tx, providerId: string) {
  const { rows } = await sql<{
    document: string
    partnerships: number
    schools: number
    others: number
    last_on: IsoDate
  }>`select * from onroll.sightings_of(${providerId}::uuid)`.execute(tx)
  return new Map<string, SightingCount>(
    rows.map(row => [
      row.document,
      {
        partnerships: Number(row.partnerships),
        schools: Number(row.schools),
        others: Number(row.others),
        lastOn: row.last_on,
      },
    ]),
  )
}

/** For each document our newest sighting, and whether it is of the version that stands. */
async function ownSightings(tx: Tx, providerId: string, commissionerId: string) {
  const rows = await tx
    .selectFrom('evidence_sighting as s')
    .innerJoin('evidence_item as e', 'e.id', 's.evidence_id')
    .select(['e.document', 's.seen', 's.seen_on as seenOn', 'e.superseded_at as supersededAt'])
    .where('e.provider_id', '=', providerId)
    .where('s.commissioner_id', '=', commissionerId)
    .where('s.withdrawn_at', 'is', null)
    .orderBy('s.seen_on')
    .orderBy('s.recorded_at')
    .execute()
  return new Map(
    rows.map(({ document, supersededAt, ...row }) => [
      document,
      { ...row, current: supersededAt === null },
    ]),
  )
}

/** Who has looked at a document, as far as the person asking may know. */
export const sightingsOfDocument = (tx: Tx, providerId: string, document: string) =>
  tx
    .selectFrom('evidence_sighting as s')
    .innerJoin('evidence_item as e', 'e.id', 's.evidence_id')
    .innerJoin('organisation as o', 'o.id', 's.commissioner_id')
    .innerJoin('user_account as person', 'person.id', 's.by_user')
    .select([
      's.id',
      's.evidence_id as evidenceId',
      's.commissioner_id as commissionerId',
      's.seen',
      's.seen_on as seenOn',
      's.how',
      's.what_checked as whatChecked',
      's.withdrawn_at as withdrawnAt',
      's.withdrawn_because as withdrawnBecause',
      'o.name as commissioner',
      'person.name as by',
    ])
    .where('e.provider_id', '=', providerId)
    .where('e.document', '=', document)
    .orderBy('s.seen_on', 'desc')
    .orderBy('s.recorded_at', 'desc')
    .execute()
export type Sighting = Awaited<ReturnType<typeof sightingsOfDocument>>[number]

/** The files of a document that the person asking may open, or brought themselves. */
export const filesOfDocument = (tx: Tx, providerId: string, document: string) =>
  tx
    .selectFrom('file')
    .innerJoin('evidence_item as e', 'e.id', 'file.evidence_id')
    .select([
      'file.id',
      'file.evidence_id as evidenceId',
      'file.name',
      'file.size',
      'file.state',
      'file.by_organisation as organisationId',
      'file.uploaded_at as uploadedAt',
    ])
    .where('e.provider_id', '=', providerId)
    .where('e.document', '=', document)
    .where('file.removed_at', 'is', null)
    .orderBy('file.uploaded_at', 'desc')
    .execute()

import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { type HowKept, type KeptFile, keepFile } from '#features/files/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Evidence } from '#rules/facts.ts'
import { type EvidenceKind, evidenceKind } from './documents.ts'

export interface NewEvidence {
  readonly providerId: string
  readonly document: string
  readonly notApplicableBecause?: string | null
  readonly issuedOn?: IsoDate | null
  readonly expiresOn?: IsoDate | null
  readonly staffCount?: number | null
  readonly firstAiderCount?: number | null
  readonly procedures?: NonNullable<Evidence['procedures']>
  readonly note?: string | null
  readonly insurance?: {
    readonly insurer: string
    readonly policyNumber: string
    readonly amountPence: number
    readonly startsOn: IsoDate
    readonly endsOn: IsoDate
  }
}

/** A new version of a document. The one before it stays as it was, with whoever saw it. */
export async function addEvidence(doer: Doer, added: NewEvidence): Promise<string> {
  const { tx, me, now, audit } = doer
  const kind = evidenceKind(added.document)
  if (!kind) throw new NotFound()
  refuseWrong(kind, added)
  await tx
    .updateTable('evidence_item')
    .set({ superseded_at: now })
    .where('provider_id', '=', added.providerId)
    .where('document', '=', added.document)
    .where('superseded_at', 'is', null)
    .execute()
  const id = newId()
  await tx
    .insertInto('evidence_item')
    .values({
      id,
      provider_id: added.providerId,
      document: added.document,
      not_applicable_because: added.notApplicableBecause ?? null,
      issued_on: added.insurance?.startsOn ?? added.issuedOn ?? null,
      expires_on: added.insurance?.endsOn ?? added.expiresOn ?? null,
      staff_count: added.staffCount ?? null,
      first_aider_count: added.firstAiderCount ?? null,
      procedures: [...(added.procedures ?? [])],
      note: added.note ?? null,
      added_by: me.userId,
      by_organisation: me.organisationId,
      added_at: now,
    })
    .execute()
  if (kind.insurance && added.insurance)
    await tx
      .insertInto('insurance_policy')
      .values({
        evidence_id: id,
        provider_id: added.providerId,
        kind: kind.insurance,
        insurer: added.insurance.insurer,
        policy_number: added.insurance.policyNumber,
        amount_pence: added.insurance.amountPence,
        starts_on: added.insurance.startsOn,
        ends_on: added.insurance.endsOn,
      })
      .execute()
  audit({
    event: 'evidence.added',
    subjectKind: 'provider',
    subjectId: added.providerId,
    detail: { document: added.document, evidence: id },
  })
  return id
}

function refuseWrong(kind: EvidenceKind, { notApplicableBecause, insurance }: NewEvidence) {
  if (notApplicableBecause && !kind.mayBeStatement)
    throw new Refusal(
      `${kind.title}: no provider may leave this out, so it cannot be said not to apply.`,
    )
  if (kind.insurance && !insurance)
    throw new Refusal('Say who the insurer is, how much is covered, and from when to when.')
}

/** Adds a file whose bytes are kept already. */
export const addEvidenceFile = (
  doer: Doer,
  evidence: { readonly id: string; readonly providerId: string },
  file: KeptFile,
  { isScanned = false }: Pick<HowKept, 'isScanned'> = {},
): Promise<void> =>
  keepFile(doer, { kind: 'evidence', id: evidence.id }, file, {
    isScanned,
    detail: { provider: evidence.providerId },
  })

/** Takes a file away; that it was there stays. What a commissioner has seen is not taken away any more. */
export async function removeEvidenceFile(
  { tx, me, now, audit }: Doer,
  { id, providerId, because }: { id: string; providerId: string; because: string },
): Promise<void> {
  const sighted = await tx
    .selectFrom('evidence_sighting')
    .innerJoin('file', 'file.evidence_id', 'evidence_sighting.evidence_id')
    .select('evidence_sighting.id')
    .where('file.id', '=', id)
    .where('evidence_sighting.withdrawn_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (sighted)
    throw new Refusal('A commissioner has seen this document. Add a new version instead.')
  const { numUpdatedRows } = await tx
    .updateTable('file')
    .set({ removed_at: now, removed_by: me.userId, removed_because: because })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new NotFound()
  audit({
    event: 'file.removed',
    subjectKind: 'file',
    subjectId: id,
    detail: { provider: providerId },
  })
}

import { NotFound, Refusal } from '#domain/refusal.ts'
import { type HowKept, type KeptFile, keepFile, refuseUnopenable } from '#features/files/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordCaseEvent } from '../case-event.ts'
import { referralToChange } from '../move-referral.ts'

const ended = new Set(['withdrawn', 'discarded', 'closed', 'referred on'])

/** The documents of a case, the newest first, with who brought them. */
export const documentsOf = (tx: Tx, referralId: string) =>
  tx
    .selectFrom('file')
    .leftJoin('user_account as person', 'person.id', 'file.uploaded_by')
    .leftJoin('organisation', 'organisation.id', 'file.by_organisation')
    .select([
      'file.id',
      'file.name',
      'file.media_type as mediaType',
      'file.size',
      'file.state',
      'file.by_organisation as organisationId',
      'file.uploaded_at as uploadedAt',
      'person.name as by',
      'organisation.name as organisation',
    ])
    .where('file.referral_id', '=', referralId)
    .where('file.removed_at', 'is', null)
    .orderBy('file.uploaded_at', 'desc')
    .orderBy('file.id', 'desc')
    .execute()
export type CaseDocument = Awaited<ReturnType<typeof documentsOf>>[number]

/** Adds a document whose bytes are kept already, while the case goes on. */
export async function addFile(
  doer: Doer,
  referralId: string,
  file: KeptFile,
  { isScanned = false }: Pick<HowKept, 'isScanned'> = {},
): Promise<void> {
  const referral = await referralToChange(doer.tx, referralId)
  if (ended.has(referral.status))
    throw new Refusal(`You can no longer add documents: the referral is ${referral.status}.`)
  await keepFile(doer, { kind: 'case', id: referralId }, file, {
    isScanned,
    childId: referral.child_id ?? undefined,
    detail: { referral: referralId },
  })
  if (referral.status !== 'draft')
    await recordCaseEvent(doer, referralId, 'file added', { name: file.name })
}

/** Takes a document away. Who took it and why stays. */
export async function removeFile(
  doer: Doer,
  fileId: string,
  because: string,
): Promise<{ referralId: string }> {
  const { tx, me, now, audit } = doer
  const file = await fileKnown(tx, fileId)
  const { numUpdatedRows } = await tx
    .updateTable('file')
    .set({ removed_at: now, removed_by: me.userId, removed_because: because })
    .where('id', '=', fileId)
    .where('by_organisation', '=', me.organisationId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new NotFound()
  if (file.status !== 'draft')
    await recordCaseEvent(doer, file.referralId, 'file removed', { name: file.name, because })
  audit({
    event: 'file.removed',
    subjectKind: 'file',
    subjectId: fileId,
    childId: file.childId ?? undefined,
    detail: { referral: file.referralId },
  })
  return { referralId: file.referralId }
}

/** A document that the person asking may read. One that no scanner has passed yet, or that it stopped, is read by nobody. */
export async function fileToRead(tx: Tx, fileId: string) {
  const file = await fileKnown(tx, fileId)
  refuseUnopenable(file)
  return file
}

/** A document that the person asking may know of, to take it away. */
export async function fileKnown(tx: Tx, fileId: string) {
  const file = await tx
    .selectFrom('file')
    .leftJoin('referral', 'referral.id', 'file.referral_id')
    .select([
      'file.id',
      'file.name',
      'file.media_type as mediaType',
      'file.state',
      'file.by_organisation as organisationId',
      'file.referral_id as referralId',
      'referral.child_id as childId',
      'referral.status',
    ])
    .where('file.id', '=', fileId)
    .where('file.removed_at', 'is', null)
    .executeTakeFirst()
  if (!file?.referralId) throw new NotFound()
  return { ...file, referralId: file.referralId }
}

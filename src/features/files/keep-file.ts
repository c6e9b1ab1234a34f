import type { ReceivedFile } from '#platform/files/receive-upload.ts'
import type { Doer, Visit } from '#platform/http/visit.ts'
import { enqueueCheck } from './check-file.ts'
import { type FileParent, parents } from './parents.ts'
import { refuseTooMuch } from './quota.ts'

export type KeptFile = ReceivedFile & { readonly keyNumber: number }

export interface HowKept {
  /** Whether a scanner is connected: then nobody opens the file before it was judged. */
  readonly isScanned?: boolean
  readonly childId?: string | undefined
  /** What the audit says beside size and kind. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/**
 * Writes the row of a file whose bytes are kept already, and queues it for the scanner. Without a scanner it says plainly
 * that nobody looked into it. Whether the record may still be given files is asked by whoever calls.
 */
export async function keepFile(
  doer: Doer,
  parent: FileParent,
  file: KeptFile,
  { isScanned = false, childId, detail = {} }: HowKept,
): Promise<void> {
  const { tx, me, now, audit } = doer
  const { column, purpose } = parents[parent.kind]
  await refuseTooMuch(doer, parent, file)
  await tx
    .insertInto('file')
    .values({
      id: file.id,
      [column]: parent.id,
      purpose,
      name: file.name,
      media_type: file.kind.mediaType,
      size: file.size,
      sha256: file.sha256,
      key_number: file.keyNumber,
      state: isScanned ? 'received' : 'not scanned',
      uploaded_by: me.userId,
      by_organisation: me.organisationId,
      uploaded_at: now,
    })
    .execute()
  if (isScanned) await enqueueCheck(tx, file.id)
  audit({
    event: 'file.added',
    subjectKind: 'file',
    subjectId: file.id,
    childId,
    detail: { ...detail, size: file.size, type: file.kind.mediaType },
  })
}

export const hasScanner = ({ site }: Pick<Visit, 'site'>): boolean =>
  site.configuration.scanner !== undefined

/** What whoever added a file is told: that it is there, what was taken out of it, and when it can be opened. */
export const addedWords = (
  visit: Pick<Visit, 'site'>,
  what: string,
  { takenOut }: Pick<ReceivedFile, 'takenOut'>,
): string =>
  [
    hasScanner(visit)
      ? `${what} is added. It can be opened when it has been checked for viruses.`
      : `${what} is added`,
    takenOut && takenOutWords[takenOut],
  ]
    .filter(Boolean)
    .join(hasScanner(visit) ? ' ' : '. ')

const takenOutWords = {
  place:
    'We took the place where it was made out of this photograph, and what else it said of itself.',
  itself: 'We took out of this photograph what it said of itself, such as when it was made.',
} as const

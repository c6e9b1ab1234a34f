import { addedWords, hasScanner, type KeptFile } from '#features/files/index.ts'
import type { Visit } from '#platform/http/visit.ts'
import { addFile } from './files.ts'

/** Adds a document from a page, and says when it can be opened. */
export async function addAndSay(visit: Visit, referralId: string, file: KeptFile): Promise<void> {
  await addFile(visit, referralId, file, { isScanned: hasScanner(visit) })
  visit.flash(addedWords(visit, 'The document', file))
}

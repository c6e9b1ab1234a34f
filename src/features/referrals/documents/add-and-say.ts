import type { Visit } from '#platform/http/visit.ts'
import { addFile } from './files.ts'

/** Adds a document from a page, and says when it can be opened. */
export async function addAndSay(
  visit: Visit,
  referralId: string,
  file: Parameters<typeof addFile>[2],
): Promise<void> {
  const isScanned = visit.site.configuration.scanner !== undefined
  await addFile(visit, referralId, file, { isScanned })
  visit.flash(
    isScanned
      ? 'The document is added. It can be opened when it has been checked for viruses.'
      : 'The document is added',
  )
}

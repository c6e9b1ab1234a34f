import { Refusal } from '#domain/refusal.ts'
import { fileStore } from '#platform/files/file-store.ts'
import type { Site } from '#platform/http/visit.ts'
import { describeError } from '#platform/log.ts'

/** The clear bytes of a document. One that is missing on the disk, or not as it was kept, is nobody’s file (FI-12). */
export function bytesOf({ configuration, secret, log }: Site, file: string): Buffer {
  try {
    return fileStore(configuration.dataFolder, secret).read(file)
  } catch (error) {
    log.error({ file, error: describeError(error) }, 'a stored file cannot be read')
    throw new Refusal(
      'This document cannot be opened: what is stored of it is missing or damaged. Ask whoever added it to add it again, and tell your administrator.',
    )
  }
}

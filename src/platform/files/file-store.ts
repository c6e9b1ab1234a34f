import { mkdirSync } from 'node:fs'
import type { Secret } from '../secret.ts'
import { filePlaces } from './file-places.ts'
import { readSealed, SealedWriter } from './sealed-file.ts'

/** The key that new files are sealed with; each row says which one was used for it. */
export const currentKey = 1

/** Files as they may be read and written: encrypted on disk, each bound to the id of its row. */
export function fileStore(dataFolder: string, secret: Secret) {
  const { incoming, incomingPath, keptPath, keep, discard, remove } = filePlaces(dataFolder)
  const key = secret.key(`files/${currentKey}`)
  const about = (id: string) => `file ${id}`
  return {
    keep,
    discard,
    remove,
    /** Opens a place for a file that arrives. */
    receive(id: string) {
      mkdirSync(incoming, { recursive: true, mode: 0o700 })
      return SealedWriter.create(incomingPath(id), key, about(id))
    },
    /** A file that arrived whole, to look into it before it is kept. */
    readIncoming: (id: string) => readSealed(incomingPath(id), key, about(id)),
    /** The clear bytes. Throws when the file is not there, or not as it was kept. */
    read: (id: string) => readSealed(keptPath(id), key, about(id)),
  }
}
export type FileStore = ReturnType<typeof fileStore>

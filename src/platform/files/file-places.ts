import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isId } from '#domain/ids.ts'

/** Where files lie: each under the id of its row, and what arrives apart until it is whole. */
export function filePlaces(dataFolder: string) {
  const kept = join(dataFolder, 'files')
  const incoming = join(kept, 'incoming')
  const at = (folder: string, id: string) => {
    // The id is ours, never what somebody called the file; a path can be nothing else.
    if (!isId(id)) throw new RangeError('Not the id of a file')
    return join(folder, id)
  }
  return {
    incoming,
    incomingPath: (id: string) => at(incoming, id),
    keptPath: (id: string) => at(kept, id),
    /** Puts a file that arrived whole into its place, so that it is there before any row says so. False if it is gone. */
    async keep(id: string): Promise<boolean> {
      try {
        await rename(at(incoming, id), at(kept, id))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
        throw error
      }
      const folder = await open(kept, 'r')
      await folder.sync()
      await folder.close()
      return true
    },
    discard: (id: string) => rm(at(incoming, id), { force: true }),
    remove: (id: string) => rm(at(kept, id), { force: true }),
    /** Everything there is, with its age. */
    async list() {
      const found = await Promise.all(
        (['kept', 'incoming'] as const).map(async place => {
          const folder = place === 'kept' ? kept : incoming
          const names = await readdir(folder).catch((): string[] => [])
          return Promise.all(
            names
              .filter(isId)
              .map(async id => ({ id, place, changedAt: (await stat(join(folder, id))).mtime })),
          )
        }),
      )
      return found.flat()
    },
  }
}

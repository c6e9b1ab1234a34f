import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const LastBackup = z.object({ madeAt: z.iso.datetime(), folder: z.string() })
export type LastBackup = z.infer<typeof LastBackup>

const noteIn = (dataFolder: string) => join(dataFolder, 'last-backup.json')

/** Kept beside the data, where `doctor` looks: the backup itself may have gone to another machine. */
export function noteBackup(dataFolder: string, backup: LastBackup) {
  const note = noteIn(dataFolder)
  writeFileSync(`${note}.new`, `${JSON.stringify(backup)}\n`, { mode: 0o600 })
  renameSync(`${note}.new`, note)
}

export function lastBackup(dataFolder: string): LastBackup | undefined {
  const note = noteIn(dataFolder)
  if (!existsSync(note)) return undefined
  try {
    return LastBackup.parse(JSON.parse(readFileSync(note, 'utf8')))
  } catch {
    return undefined
  }
}

import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { filesBelow } from './blobs.ts'
import { BackupFault } from './fault.ts'
import { fileFile, type Manifest } from './manifest.ts'
import { readSealed, type Vault } from './sealed-file.ts'

/** Puts the uploaded files back: aside first, and in their place when all of them are on the disk. */
export async function restoreFiles(vault: Vault, { files }: Manifest, folder: string) {
  if (filesBelow(folder).length > 0)
    throw new BackupFault(`${folder} already holds files. Nothing was restored.`)
  if (files.length === 0) return
  const aside = `${folder}.unfinished`
  rmSync(aside, { recursive: true, force: true })
  for (const { path } of files) {
    const target = resolve(aside, path)
    if (!target.startsWith(aside + sep))
      throw new BackupFault(`The backup names a file outside its folder: ${path}`)
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    await readSealed(
      vault,
      fileFile(path),
      createWriteStream(target, { mode: 0o600, flags: 'wx', flush: true }),
    )
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(aside, folder)
}

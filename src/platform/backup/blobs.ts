import { existsSync, readdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileFile, type Manifest } from './manifest.ts'
import { type Vault, writeSealed } from './sealed-file.ts'

/** Every file below a folder, as paths with `/` between; none when the folder is not there. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/**
 * Copies the uploaded files. Each is in its place before its row is committed, so those of all rows
 * come along; what is still arriving lies in `incoming` and belongs to no row.
 */
export async function sealFiles(vault: Vault, folder: string): Promise<Manifest['files']> {
  const sealed: Manifest['files'] = []
  for (const path of filesBelow(folder)) {
    if (path.startsWith('incoming/')) continue
    const file = await open(join(folder, path)).catch(unlessGone)
    if (!file) continue
    const { size, sha256 } = await writeSealed(vault, fileFile(path), file.createReadStream())
    sealed.push({ path, size, sha256 })
  }
  return sealed
}

/** Swept away since the folder was listed: no row spoke of it. */
function unlessGone(error: Error) {
  if ('code' in error && error.code === 'ENOENT') return undefined
  throw error
}

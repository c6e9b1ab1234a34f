import { createReadStream, existsSync, readdirSync } from 'node:fs'
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

/** Copies the uploaded files. They are written before their row is committed, so the rows' come along. */
export async function sealFiles(vault: Vault, folder: string): Promise<Manifest['files']> {
  const sealed: Manifest['files'] = []
  for (const path of filesBelow(folder)) {
    const { size, sha256 } = await writeSealed(
      vault,
      fileFile(path),
      createReadStream(join(folder, path)),
    )
    sealed.push({ path, size, sha256 })
  }
  return sealed
}

import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Writable } from 'node:stream'
import { BackupFault } from './fault.ts'
import { coverFile, fileFile, Manifest, manifestFile, readCover, tableFile } from './manifest.ts'
import { readSealed, type Vault } from './sealed-file.ts'

/**
 * Reads a whole backup and compares it with its manifest: every byte, every hash, every count, and
 * nothing missing or added. Everything that may be wrong with a backup is found here, before
 * anything is written anywhere.
 */
export async function checkBackup(vault: Vault): Promise<Manifest> {
  const cover = readCover(vault.folder, vault.key)
  const manifest = await readManifest(vault)
  if (manifest.id !== cover.id)
    throw new BackupFault('The backup is damaged: its parts are of different backups')
  for (const { name, rows, sha256 } of manifest.tables) {
    const found = await readSealed(vault, tableFile(name))
    if (found.rows !== rows || found.sha256 !== sha256)
      throw new BackupFault(`The backup is damaged: table ${name} is not what was written`)
  }
  for (const { path, size, sha256 } of manifest.files) {
    const found = await readSealed(vault, fileFile(path))
    if (found.size !== size || found.sha256 !== sha256)
      throw new BackupFault(`The backup is damaged: file ${path} is not what was written`)
  }
  refuseStrangers(vault.folder, manifest)
  return manifest
}

async function readManifest(vault: Vault): Promise<Manifest> {
  const chunks: Buffer[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  await readSealed(vault, manifestFile, sink)
  return Manifest.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
}

function refuseStrangers(folder: string, manifest: Manifest) {
  const known = new Set([
    coverFile,
    manifestFile,
    ...manifest.tables.map(({ name }) => tableFile(name)),
    ...manifest.files.map(({ path }) => fileFile(path)),
  ])
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
    if (!entry.isDirectory() && !known.has(path))
      throw new BackupFault(`The backup is damaged: ${path} does not belong to it`)
  }
}

import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BackupFault } from './fault.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What lies open beside a backup: enough to know whether this program and this secret can read it. */
const Cover = z.strictObject({
  format: z.literal('onroll-backup'),
  version: z.literal(1),
  id: z.uuid(),
  madeAt: z.iso.datetime(),
  keyCheck: hash,
})
export type Cover = z.infer<typeof Cover>

/** What a backup holds, sealed like the rest: counts and hashes of everything, so that nothing can be missing. */
export const Manifest = z.strictObject({
  id: z.uuid(),
  madeAt: z.iso.datetime(),
  serverVersion: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), hash })),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.int().nonnegative(),
      sha256: hash,
    }),
  ),
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string(), called: z.boolean() })),
  files: z.array(z.strictObject({ path: z.string(), size: z.int().nonnegative(), sha256: hash })),
})
export type Manifest = z.infer<typeof Manifest>

export const coverFile = 'backup.json'
export const manifestFile = 'manifest.sealed'
export const tableFile = (name: string) => `tables/${name}.sealed`
export const fileFile = (path: string) => `files/${path}.sealed`

/** Tells a wrong secret from a damaged file, without giving the key away. */
export const keyCheck = (key: Buffer, id: string) =>
  createHmac('sha256', key).update(`onroll backup ${id}`).digest('hex')

export function readCover(folder: string, key: Buffer): Cover {
  const cover = Cover.safeParse(coverText(folder))
  if (!cover.success)
    throw new BackupFault(
      `${join(folder, coverFile)} is damaged, or was written by a version of Onroll that this one cannot read`,
    )
  if (cover.data.keyCheck !== keyCheck(key, cover.data.id))
    throw new BackupFault(
      'The backup was made with another secret. Put the secret file of that installation in place (ONROLL_SECRET_FILE) and try again.',
    )
  return cover.data
}

function coverText(folder: string): unknown {
  let text: string
  try {
    text = readFileSync(join(folder, coverFile), 'utf8')
  } catch {
    throw new BackupFault(`${folder} holds no Onroll backup (there is no ${coverFile} in it)`)
  }
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

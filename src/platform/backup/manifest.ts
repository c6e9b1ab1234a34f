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

/** The open file, with a check that tells a wrong secret from a damaged file without giving the key away. */
export function coverOf(key: Buffer, id: string, madeAt: string): Cover {
  const check = createHmac('sha256', key).update(`onroll backup 1 ${id} ${madeAt}`).digest('hex')
  return { format: 'onroll-backup', version: 1, id, madeAt, keyCheck: check }
}

export const coverText = (cover: Cover) => `${JSON.stringify(cover, undefined, 2)}\n`

export function readCover(folder: string, key: Buffer): Cover {
  const text = readText(folder)
  const cover = Cover.safeParse(parsed(text))
  if (!cover.success || text !== coverText(cover.data))
    throw new BackupFault(
      `${join(folder, coverFile)} is damaged, or was written by a version of Onroll that this one cannot read`,
    )
  const { id, madeAt, keyCheck } = cover.data
  if (keyCheck !== coverOf(key, id, madeAt).keyCheck)
    throw new BackupFault(
      'The backup was made with another secret. Put the secret file of that installation in place (ONROLL_SECRET_FILE) and try again.',
    )
  return cover.data
}

function readText(folder: string) {
  try {
    return readFileSync(join(folder, coverFile), 'utf8')
  } catch {
    throw new BackupFault(`${folder} holds no Onroll backup (there is no ${coverFile} in it)`)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

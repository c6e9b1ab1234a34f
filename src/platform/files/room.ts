import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** How much is free where this folder lies or will lie. */
export function roomFor(folder: string) {
  let place = folder
  while (!existsSync(place)) place = dirname(place)
  const { bavail, blocks, bsize } = statfsSync(place)
  return { bytes: bavail * bsize, share: bavail / blocks }
}

/** A database whose disk is full stops altogether, so files are refused while a tenth is left. */
export const isNearlyFull = ({ bytes, share }: ReturnType<typeof roomFor>): boolean =>
  share < 0.1 && bytes < 20e9

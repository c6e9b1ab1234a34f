import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * npm packages cannot hold links, so the PostgreSQL package makes its libraries' in an install
 * script. Where npm runs no scripts they are missing and the server does not load: make them here.
 * Answers whether they are all there.
 */
export function mendLinks(native: string): boolean {
  try {
    for (const { source, target } of linksOf(native)) {
      const link = join(dirname(native), target)
      if (!existsSync(link)) symlinkSync(basename(source), link)
    }
    return true
  } catch (error) {
    // A folder that may not be written to: the caller goes on with a copy.
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}

function linksOf(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json')
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
}

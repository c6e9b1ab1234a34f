import { Pool } from 'pg'
import { configuration } from '#platform/configuration.ts'
import { openGround } from '#platform/open-site.ts'
import { Browser } from './browser.ts'
import type { Scene } from './site.ts'

/**
 * An Onroll that runs as a process of its own on this data folder, with people who use it over HTTP. It may be killed
 * and started again at another address: tell `moved` where it is then.
 */
export async function liveSite(folder: string, first: string) {
  let address = first
  // A folder on which an Onroll runs is joined, never started.
  const { db, server, stop } = await openGround(
    configuration({ ONROLL_DATA: folder, ONROLL_DEMO: '0', ONROLL_LOG: 'quiet' }),
    { join: true, migrating: false },
  )
  const admin = new Pool({ ...server.admin, max: 2, options: '-c search_path=onroll,public' })
  admin.on('error', () => undefined)
  /** A request as a browser on this machine sends it. */
  const send = (path: string, init: RequestInit) =>
    fetch(new URL(path, address), { ...init, redirect: 'manual' })
  const through = async (request: Request) => {
    const { pathname, search } = new URL(request.url)
    const { method, headers } = request
    const body = method === 'POST' ? await request.text() : null
    return send(pathname + search, { method, headers: Object.fromEntries(headers), body })
  }
  return {
    admin,
    db,
    browser: (cookie?: string) => new Browser(through, cookie),
    /** The process runs its jobs by itself. */
    runJobs: async () => undefined,
    send,
    moved: (to: string) => {
      address = to
    },
    close: async () => {
      await admin.end()
      await stop()
    },
  } satisfies Scene & Record<string, unknown>
}
export type LiveSite = Awaited<ReturnType<typeof liveSite>>

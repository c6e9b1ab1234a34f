import { allText } from './bytes.ts'
import type { CanaryScene } from './scene.ts'
import type { Viewer } from './viewers.ts'

export interface Seen {
  readonly viewer: Viewer
  readonly path: string
  readonly status: number
  readonly location: string
  readonly text: string
  readonly ms: number
}

// A person may ask 600 times a minute; what is nobody’s own, colleagues ask in turns.
const mostPerMinute = 560

/** Sends the requests of viewers, no person’s too fast, and answers with everything that came back. */
export function lookingAt(scene: Pick<CanaryScene, 'app'>) {
  const turns = new Map<Viewer, { since: number; count: number }>()
  let places = 0

  function counted(viewer: Viewer) {
    const now = Date.now()
    const turn = turns.get(viewer)
    if (turn && now - turn.since < 61_000) return turn
    const fresh = { since: now, count: 0 }
    turns.set(viewer, fresh)
    return fresh
  }

  /** The viewer, or whoever of their colleagues has asked least. */
  function turnOf(viewer: Viewer, own: boolean): Viewer {
    if (own && counted(viewer).count < mostPerMinute) return viewer
    return [viewer, ...viewer.colleagues].reduce((least, each) =>
      counted(each).count < counted(least).count ? each : least,
    )
  }

  /** Whoever is told to wait waits as long as they are told, and asks again: how many may ask is proved elsewhere. */
  async function look(viewer: Viewer, path: string, init: RequestInit = {}): Promise<Seen> {
    const seen = await lookOnce(viewer, path, init)
    if (seen.status !== 429) return seen
    await new Promise(resolve => setTimeout(resolve, 1000 * (seen.retryAfter + 1)))
    return lookOnce(viewer, path, init)
  }

  async function lookOnce(viewer: Viewer, path: string, init: RequestInit) {
    counted(viewer).count += 1
    const request = new Request(new URL(path, 'http://127.0.0.1:3000'), {
      redirect: 'manual',
      ...init,
    })
    if (viewer.cookie) request.headers.set('cookie', viewer.cookie)
    if (init.method === 'POST') request.headers.set('sec-fetch-site', 'same-origin')
    places += 1
    const env = {
      incoming: {
        socket: {
          remoteAddress: `10.${(places >> 16) & 255}.${(places >> 8) & 255}.${places & 255}`,
        },
      },
    }
    const began = performance.now()
    const response = await scene.app.fetch(request, env)
    const ms = performance.now() - began
    const location = response.headers.get('location') ?? ''
    const retryAfter = Number(response.headers.get('retry-after') ?? 0)
    const text = await allText(response)
    return { viewer, path, status: response.status, location, text, ms, retryAfter }
  }
  return { look, turnOf }
}

/** Does all the work, a few pieces at a time. */
export async function inTurns<T>(
  work: readonly T[],
  most: number,
  each: (one: T) => Promise<void>,
) {
  const waiting = [...work].reverse()
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await each(next)
    }),
  )
}

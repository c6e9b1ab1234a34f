import { setTimeout as wait } from 'node:timers/promises'
import type { LiveSite } from './live-site.ts'

/** Somebody who reads a page all the while: it answers, or says plainly that it cannot. */
export function watchful(site: LiveSite, cookie: string) {
  const wrong = new Set<string>()
  let wellSince: number | undefined
  let isOver = false
  const reading = (async () => {
    while (!isOver) {
      const answer = await site.send('/referrals', { headers: { cookie } })
      await answer.arrayBuffer()
      if (answer.status === 200) wellSince ??= performance.now()
      else wellSince = undefined
      if (![200, 503].includes(answer.status)) wrong.add(`a page answered ${answer.status}`)
      await wait(50)
    }
  })()
  return {
    /** Since when all is well again; at most half a minute is waited for it. */
    async untilWell(since: number) {
      // What was asked before the death may be answered well after it.
      wellSince = undefined
      while ((wellSince ?? 0) < since && performance.now() - since < 30_000) await wait(20)
      isOver = true
      await reading
      return { backAt: wellSince ?? Number.POSITIVE_INFINITY, wrong: [...wrong] }
    },
  }
}

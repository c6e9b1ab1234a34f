import type { Visit } from './visit.ts'

const recent = 10 * 60_000

/** Thrown where somebody has to prove again that it is them; what they had filled in is kept meanwhile. */
export class ConfirmFirst extends Error {}

/**
 * For what must not be done by whoever finds a screen unlocked: the second factor was given in the last ten minutes
 * (security AU-20). Otherwise it is asked for, and then the same form goes on. Invented people have no factors.
 */
export function requireRecentFactor({ me, now, site }: Pick<Visit, 'me' | 'now' | 'site'>) {
  if (site.configuration.demo) return
  if (me.secondFactorAt && now.getTime() - me.secondFactorAt.getTime() < recent) return
  throw new ConfirmFirst('Confirm that it is you')
}

import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import type { Visit } from '#platform/http/visit.ts'
import { endOtherSessions, renewSession } from '#platform/sessions.ts'
import { type Factors, factorsOf, hasSecondFactor } from './factors.ts'

/** Whoever changes a second factor proves the one there is; who has none yet has nothing to prove. */
export async function factorsToChange(
  visit: Pick<Visit, 'tx' | 'me' | 'now' | 'site'>,
): Promise<Factors> {
  const factors = await factorsOf(visit.tx, visit.me.userId)
  if (!factors) throw new Error('Somebody is signed in who is not there')
  if (hasSecondFactor(factors)) requireRecentFactor(visit)
  return factors
}

/** After a factor was set: trust rises, so the token is new; and whoever was in with less is out. */
export async function riseInTrust(visit: Pick<Visit, 'tx' | 'me' | 'now' | 'keepSession'>) {
  const { tx, me, now } = visit
  await endOtherSessions(tx, me, 'second factor changed')
  visit.keepSession(await renewSession(tx, me, { secondFactor: true, now }))
}

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { BadRequest } from '#platform/http/respond.tsx'

const wrong = new RateLimiterMemory({ points: 5, duration: 15 * 60 })

/** Somebody at an unlocked screen must not guess: five wrong answers in a session, and it has to wait. */
export async function limitTriesIn(sessionId: string) {
  try {
    await wrong.consume(sessionId)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw new BadRequest(
      429,
      'That was wrong five times. Wait 15 minutes, or sign out and in again.',
    )
  }
}

export const forgetTriesIn = (sessionId: string) => wrong.delete(sessionId)

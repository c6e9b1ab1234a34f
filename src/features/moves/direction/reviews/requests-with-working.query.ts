import { authorityParameters } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { lawWith } from '#rules/parameter.ts'
import { requestWorking } from './request-working.ts'
import { requestsOf, reviewsOf } from './reviews.query.ts'

/** Requests for a review, each with the ten-week rule worked out for its day. */
export async function requestsWithWorking(tx: Tx, directionId: string) {
  const requests = await requestsOf(tx, directionId)
  if (requests.length === 0) return []
  const held = (await reviewsOf(tx, directionId)).flatMap(({ held_on }) => held_on ?? [])
  const law = lawWith(await authorityParameters(tx))
  return requests.map(request => ({
    ...request,
    working: requestWorking(request.asked_on, held, law),
  }))
}
export type WorkedRequest = Awaited<ReturnType<typeof requestsWithWorking>>[number]

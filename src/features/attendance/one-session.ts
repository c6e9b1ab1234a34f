import { z } from 'zod'
import { isIsoDate } from '#domain/dates.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Visit } from '#platform/http/visit.ts'
import { oursOnly } from './register.page.tsx'
import { type ExpectedSession, expectedSessions } from './sessions.query.ts'

/** A session by its day and the time it begins. */
export const AtSession = z.object({
  on: z.string().optional().catch(undefined),
  at: z.string().optional().catch(undefined),
})

/** The session that a page is about; one of another provider, or of no week, is not found. */
export async function sessionAsked({
  tx,
  me,
  params,
  query,
}: Visit<`/register/:placement/${string}`, z.infer<typeof AtSession>>): Promise<ExpectedSession> {
  const { on = '', at = '' } = query
  if (!isIsoDate(on)) throw new NotFound()
  const sessions = await expectedSessions(tx, on, on, {
    placementId: params.placement,
    ...oursOnly(me),
  })
  const session = sessions.find(({ startsAt }) => startsAt === at)
  if (!session) throw new NotFound()
  return session
}

export const sessionViewed = ({ placementId, childId, day }: ExpectedSession) => ({
  event: 'register.viewed' as const,
  subjectKind: 'placement',
  subjectId: placementId,
  childId,
  detail: { day },
})

import { z } from 'zod'
import { publicForm } from '#platform/http/public-page.tsx'
import { endSession } from '#platform/sessions.ts'

/** Ends the session at once, here and in every other tab. */
export const signOut = publicForm({
  path: '/sign-out',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'reading',
  load: async visitor => visitor.me,
  schema: z.object({}),
  async submit(visitor, me) {
    if (me)
      await visitor.inTransaction('sign-in', async ({ tx, audit }) => {
        await endSession(tx, me.sessionId, 'signed out')
        audit({
          event: 'session.ended',
          subjectKind: 'session',
          subjectId: me.sessionId,
          userId: me.userId,
        })
      })
    visitor.dropSession()
    visitor.flash('You have signed out')
    return '/sign-in'
  },
})

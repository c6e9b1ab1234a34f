import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#platform/jobs.ts'

/** What sign-in leaves behind is needed for minutes; who tried from where is forgotten after a day. */
export const forgetTries = job({
  name: 'forget-tries-to-sign-in',
  payload: z.object({}),
  cron: '20 * * * *',
  work: (_, { db }) =>
    db.as({ purpose: 'sign-in' }, async tx => {
      await tx
        .deleteFrom('sign_in_attempt')
        .where('at', '<', sql<Date>`now() - interval '1 day'`)
        .execute()
      await tx
        .deleteFrom('challenge')
        .where('expires_at', '<', sql<Date>`now() - interval '1 day'`)
        .execute()
    }),
})

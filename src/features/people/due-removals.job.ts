import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '#domain/ids.ts'
import { remember } from '#platform/audit.ts'
import { job } from '#platform/jobs.ts'
import { tellRemoved } from './tell-of-factor.ts'

/** A confirmed removal whose day is over, and to which its person has not objected, is carried out. */
export const carryOutRemovals = job({
  name: 'carry-out-removals',
  payload: z.object({}),
  cron: '*/10 * * * *',
  work: (_, { db, now }) =>
    db.asWorker(async tx => {
      const { rows } = await sql<{ id: string; email: string }>`
        select * from take_due_second_factors(${now()})`.execute(tx)
      for (const person of rows) await tellRemoved(tx, person)
      if (rows.length > 0)
        await remember(
          tx,
          newId(),
          rows.map(({ id }) => ({
            event: 'second-factor.removed',
            subjectKind: 'user',
            subjectId: id,
          })),
        )
    }),
})

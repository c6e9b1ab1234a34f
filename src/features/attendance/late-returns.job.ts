import { z } from 'zod'
import { addDays, londonDay } from '#domain/dates.ts'
import { timeInWords } from '#domain/london-time.ts'
import { addressesOf } from '#features/organisations/index.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'
import { type ExpectedSession, expectedSessions } from './sessions.query.ts'

const daysBack = 4

/**
 * At the end of the day, and next morning for what was missed: a provider is reminded of sessions that it has not marked.
 * Each session once; a provider with many gets one message.
 */
export const lateReturns = job({
  name: 'late-registers',
  payload: z.object({}),
  cron: '0 7,17 * * *',
  work: (_, { db, now }) =>
    db.asWorker(async tx => {
      const today = londonDay(now())
      const sessions = await expectedSessions(tx, addDays(today, -daysBack), today)
      const missing = sessions.filter(
        ({ mark, providerId, day, endsAt }) =>
          !mark && providerId && (day < today || endsAt <= timeInWords(now())),
      )
      const fresh: ExpectedSession[] = []
      for (const session of missing) {
        const noticed = await tx
          .insertInto('register_notice')
          .values({
            placement_id: session.placementId,
            on_day: session.day,
            starts_at: session.startsAt,
            kind: 'late return',
            sent_at: now(),
          })
          .onConflict(conflict => conflict.doNothing())
          .executeTakeFirst()
        if (noticed.numInsertedOrUpdatedRows === 1n) fresh.push(session)
      }
      for (const [provider, mine] of Map.groupBy(fresh, ({ providerId }) => providerId ?? '')) {
        const first = mine.reduce((day, each) => (each.day < day ? each.day : day), today)
        const what = `${mine.length} ${mine.length === 1 ? 'session has' : 'sessions have'} no mark`
        for (const to of await addressesOf(tx, provider, ['provider-manager'], today))
          await sendMail(tx, {
            kind: 'register not returned',
            to,
            subject: `The register is not complete: ${what}`,
            body: `${what} in the register. The schools wait for it.\n\nSign in to Onroll to return it: /register?on=${first}`,
          })
      }
    }),
})

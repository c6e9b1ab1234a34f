import { z } from 'zod'
import { daysBetween, londonDay } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'
import { officersOf } from './ask-question.ts'

const firstAfter = 3
const againAfter = 7
const dayLong = 86_400_000

/** Each morning officers are reminded of questions that have waited three days, and then every week. */
export const remindOfQuestionsJob = job({
  name: 'remind-of-questions',
  payload: z.object({}),
  cron: '0 6 * * *',
  work: (_nothing, { db, now }) =>
    db.asWorker(async tx => {
      const moment = now()
      const waiting = await tx
        .selectFrom('question')
        .select(['id', 'reference', 'routed_role as role', 'asked_at as askedAt'])
        .where('status', '=', 'open')
        .where('asked_at', '<', new Date(moment.getTime() - firstAfter * dayLong))
        .where(eb =>
          eb.or([
            eb('reminded_at', 'is', null),
            eb('reminded_at', '<', new Date(moment.getTime() - againAfter * dayLong)),
          ]),
        )
        .orderBy('asked_at')
        .execute()
      for (const { id, reference, role, askedAt } of waiting) {
        const days = daysBetween(londonDay(askedAt), londonDay(moment))
        for (const officer of await officersOf(tx, role, moment))
          await sendMail(tx, {
            kind: 'question-reminder',
            to: { address: officer.email, userId: officer.id },
            subject: `Question ${writeReference('question', reference)} has waited for ${days} days`,
            body: `Read and answer it, or pass it on, at /questions/${id}`,
          })
        await tx.updateTable('question').set({ reminded_at: moment }).where('id', '=', id).execute()
      }
    }),
})

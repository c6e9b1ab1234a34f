import { z } from 'zod'
import { addDays, londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { addressesOf } from '#features/organisations/index.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'

/** So many days before its day a provider is reminded of an action. */
const ahead = 7

/**
 * Each morning a provider is reminded of what it is to do within a week, once, and is told once of what is overdue, as is
 * whoever asked for it. What was sent is marked in the same transaction; another day makes it due anew.
 */
export const actionsDue = job({
  name: 'visit-actions-due',
  payload: z.object({}),
  cron: '35 6 * * *',
  work: (_, { db, now }) =>
    db.asWorker(async tx => {
      const today = londonDay(now())
      const rows = await tx
        .selectFrom('visit_action as a')
        .innerJoin('visit as v', 'v.id', 'a.visit_id')
        .innerJoin('organisation as o', 'o.id', 'a.provider_id')
        .select(['a.id', 'a.visit_id', 'a.due_on', 'a.provider_id'])
        .select(['v.reference', 'v.commissioner_id'])
        .where('a.done_on', 'is', null)
        .where('a.accepted_on', 'is', null)
        .where('v.status', 'in', ['moderated', 'published'])
        .where('o.closed_on', 'is', null)
        .where('a.due_on', '<=', addDays(today, ahead))
        .where(({ or, and, eb, ref }) =>
          or([
            and([
              eb('a.due_on', '>=', today),
              eb('a.reminded_for', 'is distinct from', ref('a.due_on')),
            ]),
            and([
              eb('a.due_on', '<', today),
              eb('a.overdue_for', 'is distinct from', ref('a.due_on')),
            ]),
          ]),
        )
        .orderBy('a.due_on')
        .execute()
      for (const { id, visit_id, due_on, provider_id, reference, commissioner_id } of rows) {
        const isOverdue = due_on < today
        await tx
          .updateTable('visit_action')
          .set(isOverdue ? { overdue_for: due_on } : { reminded_for: due_on })
          .where('id', '=', id)
          .execute()
        const name = writeReference('visit', reference)
        const told = [
          ...(await addressesOf(tx, provider_id, ['provider-manager', 'provider-dsl'], today)),
          ...(isOverdue ? await addressesOf(tx, commissioner_id, asking, today) : []),
        ]
        for (const to of told)
          await sendMail(tx, {
            kind: 'visit to a provider',
            to,
            subject: isOverdue
              ? `Visit ${name}: an action is overdue`
              : `Visit ${name}: an action is due by ${dayInWords(due_on)}`,
            body: `An action after a visit ${isOverdue ? 'was' : 'is'} to be done by ${dayInWords(due_on)}.\n\nSign in to Onroll to read it: /visits/${visit_id}`,
          })
      }
    }),
})

const asking = [
  'coordinator',
  'school-referrer',
  'school-dsl',
  'virtual-school',
  'quality-assurance',
]

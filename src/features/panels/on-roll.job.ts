import { z } from 'zod'
import { addDays, londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { addressesOf, teamOf } from '#features/organisations/index.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'

/**
 * Each morning: schools are asked, before the week is over, whether the child is on roll; after it, Admissions is told.
 * Each reminder is marked in the transaction that queues it, so that a second run sends nothing twice.
 */
export const onRollReminders = job({
  name: 'on-roll-reminders',
  payload: z.object({}),
  cron: '30 6 * * *',
  work: (_, { db, now }) =>
    db.asWorker(async tx => {
      const today = londonDay(now())
      const open = await tx
        .selectFrom('on_roll_check')
        .innerJoin('referral', 'referral.id', 'on_roll_check.referral_id')
        .selectAll('on_roll_check')
        .select(['referral.reference', 'referral.responsible_partnership_id'])
        .where('on_roll_check.closed_at', 'is', null)
        .where(({ or, eb }) =>
          or([eb('school_roll_date', 'is', null), eb('admissions_roll_date', 'is', null)]),
        )
        .execute()
      const admissions = await teamOf(tx, 'admissions')
      for (const check of open) {
        if (!check.prompted_at && check.prompt_on <= today) {
          await tell(
            check.school_id,
            ['school-referrer', 'school-dsl'],
            `Case R-${check.reference}: is the child on roll?`,
            `The child of case R-${check.reference} should be on roll at your school by ${dayInWords(check.due_on)}. Sign in to Onroll to confirm the day, or to say what is in the way.`,
          )
          await tx
            .updateTable('on_roll_check')
            .set({ prompted_at: now() })
            .where('id', '=', check.id)
            .execute()
        }
        if (today > check.due_on && (check.next_chase_on ?? today) <= today) {
          const words = `The child of case R-${check.reference} was to be on roll by ${dayInWords(check.due_on)}, and this has not been confirmed by both the school and Admissions. Sign in to Onroll to see what is missing.`
          if (admissions)
            await tell(
              admissions.id,
              ['admissions'],
              `Not on roll: case R-${check.reference}`,
              words,
            )
          if (check.responsible_partnership_id)
            await tell(
              check.responsible_partnership_id,
              ['coordinator'],
              `Not on roll: case R-${check.reference}`,
              words,
            )
          await tx
            .updateTable('on_roll_check')
            .set({
              escalated_at: check.escalated_at ?? now(),
              keep_informed: true,
              next_chase_on: addDays(today, 7),
            })
            .where('id', '=', check.id)
            .execute()
        }
      }

      async function tell(
        organisationId: string,
        roles: readonly string[],
        subject: string,
        body: string,
      ) {
        for (const to of await addressesOf(tx, organisationId, roles, today))
          await sendMail(tx, { kind: 'on-roll', to, subject, body })
      }
    }),
})

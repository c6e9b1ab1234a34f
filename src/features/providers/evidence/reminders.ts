import { daysBetween, type IsoDate } from '#domain/dates.ts'

/** How many days before the last day people are told; nought is the first day after it. */
export const reminderDays = [60, 30, 7, 0] as const
export type ReminderDays = (typeof reminderDays)[number]

/**
 * Which reminders of a document are due on a day and were not sent. Of several that are due at once, because the
 * document came late or the job was away, one message is enough; all of them are marked.
 */
export function dueReminders(
  expiresOn: IsoDate,
  today: IsoDate,
  sent: ReadonlySet<number>,
): ReminderDays[] {
  const left = daysBetween(today, expiresOn)
  const due = reminderDays.filter(days => (days === 0 ? left < 0 : left <= days))
  const nearest = due.at(-1)
  return nearest === undefined || sent.has(nearest) ? [] : due.filter(days => !sent.has(days))
}

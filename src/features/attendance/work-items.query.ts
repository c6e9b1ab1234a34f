import { addDays, type IsoDate } from '#domain/dates.ts'
import { dayInWords, timeInWords } from '#domain/london-time.ts'
import type { WorkItem } from '#domain/work-item.ts'
import type { Visit } from '#platform/http/visit.ts'
import { oursOnly } from './register.page.tsx'
import { expectedSessions } from './sessions.query.ts'

const daysBack = 7

/** For who keeps a register: days on which sessions that are over have no mark, each due on itself. */
export async function registersToReturn({
  tx,
  me,
  today,
  now,
}: Pick<Visit, 'tx' | 'me' | 'today' | 'now'>): Promise<WorkItem[]> {
  const sessions = await expectedSessions(tx, addDays(today, -daysBack), today, oursOnly(me))
  const open = sessions.filter(({ mark }) => !mark)
  return [...Map.groupBy(open, ({ day }) => day)].map(([day, mine]) => ({
    what:
      day < today || mine.every(({ endsAt }) => endsAt <= timeInWords(now))
        ? 'Return the register'
        : 'Mark the register',
    ...ofDay(day, mine.length),
    href: `/register?on=${day}`,
  }))
}

/** For who answers for a child: absences of the last days that nobody has explained: the child has to be found on the day. */
export async function unexplainedAbsences({
  tx,
  today,
}: Pick<Visit, 'tx' | 'today'>): Promise<WorkItem[]> {
  return (await unexplained(tx, today)).map(({ on_day, count }) => ({
    what: 'Find out why a child did not arrive',
    ...ofDay(on_day, Number(count)),
    href: `/attendance?on=${on_day}&show=absent`,
  }))
}

const ofDay = (day: IsoDate, sessions: number) => ({
  about: dayInWords(day),
  detail: sessions === 1 ? 'One session' : `${sessions} sessions`,
  due: day,
  since: day,
  turn: 'ours' as const,
})

const unexplained = (tx: Visit['tx'], today: IsoDate) =>
  tx
    .selectFrom('register_mark as mark')
    .leftJoin('register_mark as later', 'later.corrects_id', 'mark.id')
    .select(({ fn }) => ['mark.on_day', fn.countAll<number>().as('count')])
    .where('later.id', 'is', null)
    .where('mark.happened', '=', true)
    .where('mark.reason', '=', 'not known')
    .where('mark.on_day', '>=', addDays(today, -daysBack))
    .groupBy('mark.on_day')
    .orderBy('mark.on_day')
    .execute()

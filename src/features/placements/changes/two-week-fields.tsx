import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import type { LetteredWeek } from '#domain/two-weeks.ts'
import { type FormState, Radios } from '#govuk/index.ts'
import type { SessionRow } from '../placement.query.ts'
import {
  checkWeek,
  sessionsIn,
  WeekFields,
  type WeekSession,
  weekAnswers,
  weekBShape,
} from '../proposal/week-fields.tsx'
import { WhichWeek } from '../week/which-week.tsx'

/** The answers about the second of two weeks, beside those of the usual week. */
export const twoWeekShape = {
  weeks: z.enum(['one', 'two'], 'Choose whether every week is the same'),
  ...weekBShape,
}

type Answers = Parameters<typeof sessionsIn>[0] & { readonly weeks: 'one' | 'two' }

export function checkTwoWeeks(answers: Answers, context: z.RefinementCtx) {
  checkWeek(answers, context)
  if (answers.weeks === 'two') checkWeek(answers, context, 'B')
  const none = sessionsOfTwoWeeks(answers).length === 0
  if (none) context.addIssue({ code: 'custom', path: ['days'], message: 'Choose at least one day' })
}

/** What is the same in both weeks is held every week. */
export function sessionsOfTwoWeeks(answers: Answers): WeekSession[] {
  const [a, b] = [sessionsIn(answers), sessionsIn(answers, 'B')]
  if (answers.weeks === 'one') return a
  return [
    ...a.map((each): WeekSession => ({ ...each, inWeeks: b.some(isLike(each)) ? 'every' : 'A' })),
    ...b
      .filter(each => !a.some(isLike(each)))
      .map((each): WeekSession => ({ ...each, inWeeks: 'B' })),
  ]
}

const isLike = (one: WeekSession) => (other: WeekSession) =>
  one.weekday === other.weekday &&
  one.startsAt === other.startsAt &&
  one.endsAt === other.endsAt &&
  one.breakMinutes === other.breakMinutes

/** Both weeks as they are, so that whoever changes one of them keeps the other. */
export const twoWeekAnswers = (sessions: readonly SessionRow[]): FormState['values'] => {
  const alternates = sessions.some(({ in_weeks }) => in_weeks !== 'every')
  return {
    weeks: alternates ? 'two' : 'one',
    ...weekAnswers(sessions.filter(({ in_weeks }) => in_weeks !== 'B')),
    ...(alternates
      ? weekAnswers(
          sessions.filter(({ in_weeks }) => in_weeks !== 'A'),
          'B',
        )
      : {}),
  }
}

export const TwoWeekFields = ({
  form,
  weeks,
  today,
}: {
  form: FormState
  weeks: readonly LetteredWeek[]
  today: IsoDate
}) => (
  <>
    <WeekFields form={form} label="On which days? Where two weeks alternate: in week A" />
    <Radios
      name="weeks"
      label="Is every week the same?"
      form={form}
      items={[
        { value: 'one', label: 'Every week is the same' },
        {
          value: 'two',
          label: 'Two weeks alternate',
          conditional: (
            <>
              <WhichWeek weeks={weeks} day={today} />
              <WeekFields form={form} week="B" label="On which days in week B?" />
            </>
          ),
        },
      ]}
    />
  </>
)

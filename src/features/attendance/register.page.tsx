import { z } from 'zod'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { timeInWords, weekdayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  TextInput,
} from '#govuk/index.ts'
import { optionalText } from '#platform/forms.ts'
import { dayShown, OnDay } from '#platform/http/on-day.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { markSession } from './mark-register.ts'
import { NearestDaysShown, nearestDays } from './nearest-days.tsx'
import { RegisterCard } from './register-card.tsx'
import { type ExpectedSession, expectedSessions } from './sessions.query.ts'

/** Whose sessions a person marks: those of their own provider, or of the children whom they support. */
export const oursOnly = (me: Me) =>
  me.organisationKind === 'provider' ? { providerId: me.organisationId } : {}

/** The register of a day: one card for each child and session, one press for each mark. */
export const registerPage = formPage({
  path: '/register',
  permission: 'register.mark',
  query: OnDay,
  async load({ tx, me, today, query }) {
    const day = dayShown(query, today)
    const sessions = await expectedSessions(tx, day, day, oursOnly(me))
    const nearest = sessions.length === 0 ? await nearestDays(tx, day, oursOnly(me)) : undefined
    return { day, today, sessions, nearest }
  },
  discloses: ({ sessions, day }) => ({
    event: 'register.viewed',
    subjectKind: 'register',
    detail: { day, sessions: sessions.length },
  }),
  schema: z.object({
    session: z.string(),
    mark: z.enum(['present', 'did not happen']),
    because: optionalText({ most: 1000 }),
  }),
  view: ({ day, today, sessions, nearest }, form, { me, now }) => {
    const open = sessions.filter(({ mark }) => !mark)
    const begun = open.filter(session => hasBegun(session, { today, now }))
    return (
      <Layout title="Register" form={form}>
        <ErrorSummary form={form} />
        <PageHeading caption={weekdayInWords(day)}>Register</PageHeading>
        <Days day={day} today={today} />
        {sessions.length === 0 && (
          <EmptyState title="There is nobody to mark on this day">
            Children appear here on the days of their week while their placement runs.
          </EmptyState>
        )}
        {nearest && <NearestDaysShown path="/register" days={nearest} today={today} />}
        {sessions.length > 0 && (
          <p class="govuk-body">
            {open.length === 0
              ? 'Everybody is marked. Thank you.'
              : `${open.length} of ${sessions.length} not marked yet.`}
          </p>
        )}
        {sessions.map(session => (
          <RegisterCard
            session={session}
            today={today}
            reports={may(me, 'provider-report.write')}
          />
        ))}
        {begun.length > 1 && <TheRest day={day} today={today} form={form} count={begun.length} />}
      </Layout>
    )
  },
  async submit(visit, { day, sessions }, { session: key, mark, because }) {
    const open = sessions.filter(({ mark: standing }) => !standing)
    if (key === 'rest') {
      if (day < visit.today && !because)
        return { errors: { because: 'Say why the register is entered now' } }
      // Who comes this afternoon has not come yet.
      const begun = open.filter(session => hasBegun(session, visit))
      for (const session of begun)
        await markSession(visit, session, { mark: 'present' }, { because })
      visit.flash(`${begun.length} marked as present`)
      return `/register?on=${day}`
    }
    const session = sessions.find(each => keyOf(each) === key)
    if (!session) throw new NotFound()
    if (session.mark)
      throw new Refusal('This session is marked already. To change it, correct it and say why.')
    await markSession(visit, session, { mark }, { because })
    visit.flash(
      `${session.child}: ${mark === 'present' ? 'present' : 'the session did not happen'}`,
    )
    return `/register?on=${day}`
  },
})

const hasBegun = (
  { day, startsAt }: ExpectedSession,
  { today, now }: { readonly today: IsoDate; readonly now: Date },
) => day < today || startsAt <= timeInWords(now)

export const keyOf = ({
  placementId,
  startsAt,
}: Pick<ExpectedSession, 'placementId' | 'startsAt'>) => `${placementId} ${startsAt}`

const Days = ({ day, today }: { day: IsoDate; today: IsoDate }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={`/register?on=${addDays(day, -1)}`}>
      The day before
    </a>
    {day < today && (
      <>
        {' · '}
        <a class="govuk-link" href={`/register?on=${addDays(day, 1)}`}>
          The day after
        </a>
        {' · '}
        <a class="govuk-link" href="/register">
          Today
        </a>
      </>
    )}
  </p>
)

const TheRest = ({
  day,
  today,
  form,
  count,
}: {
  day: IsoDate
  today: IsoDate
  form: FormState
  count: number
}) => (
  <Form>
    <input type="hidden" name="session" value="rest" />
    <input type="hidden" name="mark" value="present" />
    {day < today && (
      <TextInput name="because" label="Why is the register entered now?" form={form} />
    )}
    <Button preventDoubleClick>{`All ${count} not marked yet were present`}</Button>
  </Form>
)

import { z } from 'zod'
import { momentInWords, weekdayInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  Layout,
  MultiSelect,
  PageHeading,
} from '#govuk/index.ts'
import { several } from '#platform/forms.ts'
import { dayShown, OnDay } from '#platform/http/on-day.ts'
import { formPage } from '#platform/http/page.tsx'
import { askForMarks, oneAskerAtATime, type Unmarked, unmarkedOn } from './ask-for-marks.ts'

const schema = z.object({
  sessions: several(z.array(z.string()).min(1, 'Choose at least one session')),
})

/** Who waits for a register asks the provider for it now, and does not wait for the reminder of the evening. */
export const askForMarksPage = formPage({
  path: '/attendance/ask',
  permission: 'attendance.chase',
  query: OnDay,
  schema,
  async load(visit) {
    const day = dayShown(visit.query, visit.today)
    return { day, unmarked: await unmarkedOn(visit, day) }
  },
  initial: ({ unmarked }) => ({
    sessions: unmarked.filter(({ askedAt }) => !askedAt).map(keyOf),
  }),
  discloses: ({ day, unmarked }) => ({
    event: 'attendance.viewed',
    subjectKind: 'attendance',
    detail: { day, sessions: unmarked.length },
  }),
  view: ({ day, unmarked }, form) => (
    <Layout
      title="Ask for marks"
      form={form}
      before={<BackLink href={`/attendance?on=${day}`}>Attendance</BackLink>}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={weekdayInWords(day)}>Ask providers for their marks</PageHeading>
      {unmarked.length === 0 ? (
        <EmptyState title="Nothing is missing">
          Every session of this day that is over has a mark.
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">
            Each provider gets one message with the number of sessions, and no name. Providers are
            also reminded by themselves at 5pm, and at 7am for what was missed.
          </p>
          <Form>
            <MultiSelect
              name="sessions"
              caption="Sessions without a mark"
              form={form}
              head={['Placement', 'Child', 'Time', 'Provider', 'Asked']}
              rows={unmarked.map(each => ({
                value: keyOf(each),
                label: `${each.placement} at ${each.startsAt}`,
                cells: [
                  each.placement,
                  each.child,
                  `${each.startsAt} to ${each.endsAt}`,
                  each.provider,
                  each.askedAt ? momentInWords(each.askedAt) : 'Not yet',
                ],
              }))}
            />
            <Button>Ask for these marks</Button>
          </Form>
        </>
      )}
    </Layout>
  ),
  async submit(visit, { day }, { sessions }) {
    await oneAskerAtATime(visit.tx, day)
    const unmarked = await unmarkedOn(visit, day)
    const chosen = unmarked.filter(each => sessions.includes(keyOf(each)))
    // Somebody may have marked them since the page was opened.
    if (chosen.length === 0)
      throw new Refusal('These sessions have their marks by now. Nobody was asked')
    const toAsk = chosen.filter(({ askedAt }) => !isJustAsked(askedAt, visit.now))
    if (toAsk.length === 0)
      throw new Refusal('Somebody asked for these a moment ago. Nobody was asked twice')
    await askForMarks(visit, day, toAsk)
    const providers = new Set(toAsk.map(({ providerId }) => providerId)).size
    visit.flash(
      `${toAsk.length === 1 ? 'One mark was' : `${toAsk.length} marks were`} asked for, from ${providers === 1 ? 'one provider' : `${providers} providers`}`,
    )
    return `/attendance?on=${day}`
  },
})

/** A second press, another tab, a colleague at the same list: the provider gets one message. */
const isJustAsked = (askedAt: Date | undefined, now: Date) =>
  askedAt !== undefined && now.getTime() - askedAt.getTime() < 5 * 60_000

const keyOf = ({ placementId, startsAt }: Unmarked) => `${placementId}.${startsAt}`

import { z } from 'zod'
import { dayInWords, weekdayInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Button,
  DateInput,
  EmptyState,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  Select,
  Table,
  TextInput,
} from '#govuk/index.ts'
import { day, text, wholeNumber } from '#platform/forms.ts'
import { action, formPage, page } from '#platform/http/page.tsx'
import { clockTime } from './plan-meeting.page.tsx'
import { endCycle, planCycle } from './plan-meetings.ts'

const weekdays = { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday' } as const

export const cyclesPage = page({
  path: '/meetings/cycles',
  permission: 'meeting.plan',
  discloses: 'nothing personal',
  load: ({ tx }) => tx.selectFrom('panel_cycle').selectAll().orderBy('first_on', 'desc').execute(),
  view: cycles => (
    <Layout title="Cycles of meetings" before={<BackLink href="/meetings" />}>
      <PageHeading>Cycles of meetings</PageHeading>
      <Button href="/meetings/cycles/new">Plan a cycle</Button>
      {cycles.length === 0 ? (
        <EmptyState title="No cycle yet">
          A cycle plans many meetings at once, for example every second Tuesday, and passes over
          days on which schools are closed.
        </EmptyState>
      ) : (
        <Table
          caption="Cycles"
          captionHidden
          head={['Name', 'When', 'From', 'To', 'State', 'Action']}
          rows={cycles.map(cycle => [
            cycle.name,
            `Every ${cycle.every_weeks === 1 ? '' : `${cycle.every_weeks} weeks on `}${weekdays[cycle.weekday as 1]}, ${cycle.starts_at.slice(0, 5)}`,
            dayInWords(cycle.first_on),
            dayInWords(cycle.last_on),
            cycle.ended_at ? 'Ended' : 'Running',
            cycle.ended_at ? (
              ''
            ) : (
              <Form action={`/meetings/cycles/${cycle.id}/end`}>
                <Button variant="secondary">End this cycle</Button>
              </Form>
            ),
          ])}
        />
      )}
    </Layout>
  ),
})

const schema = z
  .object({
    name: text('Enter a name for the cycle', { most: 100 }),
    weekday: z.enum(['1', '2', '3', '4', '5'], 'Choose the day of the week').transform(Number),
    everyWeeks: wholeNumber('how many weeks lie between meetings', { least: 1, most: 12 }),
    time: clockTime,
    minutes: wholeNumber('how many minutes a meeting lasts', { least: 15, most: 480 }),
    place: text('Enter where the meetings are, or “Online”', { most: 200 }),
    firstOn: day('the first day'),
    lastOn: day('the last day'),
    papersDaysBefore: wholeNumber('how many days before a meeting its papers are needed', {
      least: 0,
      most: 28,
    }),
  })
  .refine(plan => plan.lastOn >= plan.firstOn, {
    path: ['lastOn'],
    error: 'The last day must be after the first',
  })
  .refine(plan => Number(plan.lastOn.slice(0, 4)) - Number(plan.firstOn.slice(0, 4)) <= 2, {
    path: ['lastOn'],
    error: 'Plan two years at most',
  })

export const planCyclePage = formPage({
  path: '/meetings/cycles/new',
  permission: 'meeting.plan',
  discloses: 'nothing personal',
  schema,
  load: async () => ({}),
  initial: () => ({ everyWeeks: '2', time: '13:30', minutes: '90', papersDaysBefore: '7' }),
  view: (_, form) => (
    <Layout
      title="Plan a cycle of meetings"
      form={form}
      before={<BackLink href="/meetings/cycles" />}
    >
      <ErrorSummary form={form} />
      <PageHeading>Plan a cycle of meetings</PageHeading>
      <p class="govuk-body">
        Days on which schools are closed are passed over, and named afterwards.
      </p>
      <Form warnUnsaved>
        <TextInput name="name" label="Name" hint="For example “Autumn panels”" form={form} />
        <Radios name="weekday" label="Day of the week" form={form} items={weekdays} inline small />
        <Select
          name="everyWeeks"
          label="How often"
          form={form}
          items={Object.fromEntries(
            [1, 2, 3, 4, 6].map(weeks => [
              weeks,
              weeks === 1 ? 'Every week' : `Every ${weeks} weeks`,
            ]),
          )}
        />
        <TextInput
          name="time"
          label="Begins at"
          hint="On the 24-hour clock, like 13:30"
          width="5"
          form={form}
        />
        <TextInput
          name="minutes"
          label="Length in minutes"
          width="4"
          inputmode="numeric"
          form={form}
        />
        <TextInput name="place" label="Place" form={form} />
        <DateInput name="firstOn" label="First day" form={form} />
        <DateInput name="lastOn" label="Last day" form={form} />
        <TextInput
          name="papersDaysBefore"
          label="Papers needed, days before"
          width="3"
          inputmode="numeric"
          form={form}
        />
        <Button>Plan the cycle</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, _, plan) {
    const { meetings, passedOver } = await planCycle(visit, plan)
    const skipped =
      passedOver.length === 0
        ? ''
        : ` Passed over, because schools are closed: ${passedOver.map(weekdayInWords).join(', ')}.`
    visit.flash(`${meetings.length} meetings are planned.${skipped}`)
    return '/meetings'
  },
})

export const endCycleAction = action({
  path: '/meetings/cycles/:cycle/end',
  permission: 'meeting.plan',
  schema: z.object({}),
  load: async () => ({}),
  async submit(visit) {
    const { cancelled } = await endCycle(visit, visit.params.cycle)
    visit.flash(
      `The cycle has ended. ${cancelled} meetings to which nobody was invited yet are cancelled; the others stand.`,
    )
    return '/meetings/cycles'
  },
})

import { z } from 'zod'
import { weekdayOf } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  DateInput,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { choice, day, text } from '#platform/forms.ts'
import { action, formPage } from '#platform/http/page.tsx'
import { ownerFor } from './calendar-owner.ts'
import { addClosure, removeClosure } from './keep-calendar.ts'
import { dropOwnTerms, takeOwnTerms } from './own-terms.ts'

const backTo = '/administration/calendar'

export const addClosedDayPage = formPage({
  path: '/administration/calendar/closed-days/add',
  permission: 'calendar.keep',
  discloses: 'nothing personal',
  load: async ({ me }) => ({ owner: ownerFor(me) }),
  schema: z.object({
    on: day('the day').refine(
      on => weekdayOf(on) % 6 !== 0,
      'Schools are closed at weekends anyway',
    ),
    kind: choice(['inset', 'closure'], 'Say whether it is an INSET day'),
    reason: text('Enter what the day is for', { most: 100 }),
  }),
  initial: ({ owner }) => ({ kind: owner ? 'inset' : 'closure' }),
  view: ({ owner }, form) => (
    <Layout title="Add a closed day" form={form} before={<BackLink href={backTo} />}>
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading>Add a day on which children do not come</PageHeading>
        {owner === null && (
          <p class="govuk-body">
            This closes every school in the county. A school’s own days are entered by its own
            administrator.
          </p>
        )}
        <Form>
          <DateInput form={form} name="on" label="Day" />
          <Radios
            form={form}
            name="kind"
            label="What kind of day is it?"
            items={[
              {
                value: 'inset',
                label: 'INSET day',
                hint: 'Staff are trained; children stay at home',
              },
              { value: 'closure', label: 'Closed', hint: 'For example, snow or a polling day' },
            ]}
          />
          <TextInput form={form} name="reason" label="What is it for?" width="30" />
          <ButtonGroup>
            <Button>Save</Button>
            <a class="govuk-link" href={backTo}>
              Cancel
            </a>
          </ButtonGroup>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { owner }, input) {
    await addClosure(visit, owner, input)
    visit.flash(`${dayInWords(input.on)} has been added`)
    return backTo
  },
})

export const removeClosedDay = action({
  path: '/administration/calendar/closed-days/:day/remove',
  permission: 'calendar.keep',
  load: async () => ({}),
  schema: z.object({}),
  async submit(visit) {
    const { on } = await removeClosure(visit, visit.params.day)
    visit.flash(`${dayInWords(on)} is a school day again`)
    return backTo
  },
})

export const takeOwnTermsAction = action({
  path: '/administration/calendar/own-terms',
  permission: 'organisation.administer',
  load: async () => ({}),
  schema: z.object({}),
  async submit(visit) {
    const copied = await takeOwnTerms(visit, visit.me.organisationId)
    visit.flash(
      copied > 0
        ? `${copied} terms were copied. Change those that differ.`
        : 'Add your terms one by one, or import them.',
    )
    return copied > 0 ? backTo : `${backTo}/terms/add`
  },
})

export const dropOwnTermsAction = action({
  path: '/administration/calendar/drop-own-terms',
  permission: 'organisation.administer',
  load: async () => ({}),
  schema: z.object({}),
  async submit(visit) {
    await dropOwnTerms(visit, visit.me.organisationId)
    visit.flash('The authority’s terms count again')
    return backTo
  },
})

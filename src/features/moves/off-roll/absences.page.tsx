import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { shortDayInWords } from '#domain/london-time.ts'
import { Button, DateInput, Form, Radios, Table, TextInput, TwoThirds } from '#govuk/index.ts'
import { day, pastDay } from '#platform/forms.ts'
import { action, formPage } from '#platform/http/page.tsx'
import { addAbsence, removeAbsence } from './propose-removal.ts'
import { absencesOf, removalToChange } from './removal.query.ts'
import { RemovalLayout, removalViewed } from './removal-layout.tsx'

/** The codes of the school’s own register, for the ground of twenty school days of absence. */
export const removalAbsencesPage = formPage({
  path: '/removals/:removal/absences',
  permission: 'removal.propose',
  async load(visit) {
    const removal = await removalToChange(visit, visit.params.removal, ['proposed'])
    return { removal, today: visit.today, absences: await absencesOf(visit.tx, removal.id) }
  },
  discloses: removalViewed,
  schema: ({ today }) => absenceSchema(today),
  view: ({ removal, absences }, form) => (
    <RemovalLayout removal={removal} title="Absence in your register" form={form}>
      {absences.length === 0 ? (
        <p class="govuk-body">No absence is entered yet.</p>
      ) : (
        <Table
          caption="Entered so far"
          head={['From', 'To', 'Session', 'Code', 'Remove']}
          rows={absences.map(each => [
            shortDayInWords(each.from_on),
            shortDayInWords(each.to_on),
            each.session ?? 'Both',
            each.code,
            <Form action={`/removals/${removal.id}/absences/${each.id}/remove`}>
              <Button variant="secondary">
                Remove
                <span class="govuk-visually-hidden">
                  {' '}
                  the code {each.code} from {shortDayInWords(each.from_on)}
                </span>
              </Button>
            </Form>,
          ])}
        />
      )}
      <TwoThirds>
        <h2 class="govuk-heading-m">Add days of one code</h2>
        <Form>
          <DateInput name="fromOn" label="First day" labelSize="s" form={form} />
          <DateInput name="toOn" label="Last day" labelSize="s" form={form} />
          <TextInput
            name="code"
            label="Code in the register"
            hint="Only G, N and O count towards the twenty days"
            form={form}
          />
          <Radios
            name="session"
            label="Which session?"
            labelSize="s"
            form={form}
            inline
            items={{ both: 'Both', morning: 'Morning only', afternoon: 'Afternoon only' }}
          />
          <Button>Add these days</Button>
        </Form>
      </TwoThirds>
    </RemovalLayout>
  ),
  async submit(visit, { removal }, { fromOn, toOn, code, session }) {
    await addAbsence(visit, removal, {
      fromOn,
      toOn,
      code,
      session: session === 'both' ? null : session,
    })
    return `/removals/${removal.id}/absences`
  },
})

const absenceSchema = (today: IsoDate) =>
  z
    .object({
      fromOn: day('the first day'),
      toOn: pastDay('the last day', today),
      code: z
        .string('Enter the code')
        .transform(typed => typed.trim().toUpperCase())
        .refine(
          code => /^([A-Z][0-9]?|\/|\\|#)$/.test(code),
          'Enter a code of the register, like O, N or G',
        ),
      session: z.enum(['both', 'morning', 'afternoon'], 'Choose which session'),
    })
    .refine(({ fromOn, toOn }) => toOn >= fromOn, {
      path: ['toOn'],
      error: 'The last day must be on or after the first',
    })

export const removeAbsenceAction = action({
  path: '/removals/:removal/absences/:absence/remove',
  permission: 'removal.propose',
  load: async visit => ({
    removal: await removalToChange(visit, visit.params.removal, ['proposed']),
  }),
  schema: z.object({}),
  async submit(visit, { removal }) {
    await removeAbsence(visit, removal, visit.params.absence)
    return `/removals/${removal.id}/absences`
  },
})

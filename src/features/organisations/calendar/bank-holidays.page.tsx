import { z } from 'zod'
import { type IsoDate, isIsoDate } from '#domain/dates.ts'
import { dayInWords, weekdayInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Button,
  DateInput,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  Table,
  TextInput,
} from '#govuk/index.ts'
import { day, text } from '#platform/forms.ts'
import { Administration } from '#platform/http/administration.tsx'
import { action, formPage } from '#platform/http/page.tsx'
import { addBankHoliday, addBankHolidays, removeBankHoliday } from './keep-bank-holidays.ts'

const path = '/administration/calendar/bank-holidays'

/** Last year to two years ahead: what cases look back on, and what deadlines reach. */
const yearsToAdd = (today: IsoDate): [first: number, last: number] => {
  const year = Number(today.slice(0, 4))
  return [year - 2, year + 2]
}

export const bankHolidaysPage = formPage({
  path,
  permission: 'authority.administer',
  discloses: 'nothing personal',
  load: async ({ tx, today }) => ({
    years: yearsToAdd(today),
    holidays: await tx.selectFrom('bank_holiday').select(['on', 'title']).orderBy('on').execute(),
  }),
  schema: z.object({
    on: day('the day'),
    title: text('Enter what the holiday is called', { most: 100 }),
  }),
  view: ({ years: [first, last], holidays }, form, { me }) => (
    <Layout title="Bank holidays" form={form} before={<BackLink href="/administration/calendar" />}>
      <Administration me={me}>
        <ErrorSummary form={form} />
        <PageHeading>Bank holidays</PageHeading>
        <p class="govuk-body">
          Days that the law makes holidays in England and Wales. Those that come every year are
          worked out; one that is proclaimed for a single year has to be added by hand.
        </p>
        <Form action={`${path}/add-years`}>
          <Button>
            Add the bank holidays of {first} to {last}
          </Button>
        </Form>
        <Holidays holidays={holidays} />
        <AddOne form={form} />
      </Administration>
    </Layout>
  ),
  async submit(visit, _, input) {
    await addBankHoliday(visit, input)
    visit.flash(`${dayInWords(input.on)} is now a bank holiday`)
    return path
  },
})

const Holidays = ({ holidays }: { holidays: readonly { on: IsoDate; title: string }[] }) => (
  <Table
    caption="Entered"
    head={['Day', 'Holiday', 'Change']}
    empty="No bank holiday has been entered yet. Until then deadlines in school days are counted too short."
    rows={holidays.toReversed().map(({ on, title }) => [
      weekdayInWords(on),
      title,
      <Form action={`${path}/remove`}>
        <input type="hidden" name="on" value={on} />
        <button type="submit" class="onroll-link-button">
          Remove<span class="govuk-visually-hidden"> {dayInWords(on)}</span>
        </button>
      </Form>,
    ])}
  />
)

const AddOne = ({ form }: { form: FormState }) => (
  <>
    <h2 class="govuk-heading-m">Add one more</h2>
    <Form>
      <DateInput form={form} name="on" label="Day" hint="For a holiday of one year alone" />
      <TextInput form={form} name="title" label="Name" width="30" />
      <Button variant="secondary">Save this day</Button>
    </Form>
  </>
)

export const addBankHolidaysAction = action({
  path: `${path}/add-years`,
  permission: 'authority.administer',
  load: async ({ today }) => yearsToAdd(today),
  schema: z.object({}),
  async submit(visit, [first, last]) {
    const added = await addBankHolidays(visit, first, last)
    visit.flash(
      added > 0
        ? `${added} bank holidays were added`
        : `All the bank holidays of ${first} to ${last} were there already`,
    )
    return path
  },
})

export const removeBankHolidayAction = action({
  path: `${path}/remove`,
  permission: 'authority.administer',
  load: async () => ({}),
  schema: z.object({ on: z.string().refine(isIsoDate, 'There is no such day') }),
  async submit(visit, _, { on }) {
    await removeBankHoliday(visit, on as IsoDate)
    visit.flash(`${dayInWords(on as IsoDate)} is a school day again`)
    return path
  },
})

import { z } from 'zod'
import {
  asYearLabel,
  firstDayOf,
  lastDayOf,
  schoolYearOf,
  type YearLabel,
  yearStarts,
} from '#domain/academic-year.ts'
import { poundsTyped } from '#domain/pounds.ts'
import { NotFound } from '#domain/refusal.ts'
import { DateInput, type FormState, TextInput } from '#govuk/index.ts'
import { day, dayAnswers, optionalText } from '#platform/forms.ts'
import { pounds } from '#platform/pounds-answer.ts'
import { reasonForCorrection } from '../answers.ts'
import { correctRow } from '../correct.ts'
import { childForm } from '../record/child-page.tsx'
import { topUpsOf } from './special-needs.query.ts'
import { addTopUp } from './special-needs.ts'

const amounts = {
  amount: pounds('the amount'),
  fromOn: day('the first day'),
  toOn: day('the last day'),
  grantedBy: optionalText({ most: 100 }),
}
const inOrder = {
  path: ['toOn'],
  error: 'The last day must be on or after the first',
}

export const addTopUpPage = childForm({
  path: '/children/:child/top-ups/add',
  section: 'special-needs',
  permission: 'child.top-up',
  title: 'Add a top-up',
  load: async ({ today }) => schoolYearOf(today),
  schema: () =>
    z
      .object({
        schoolYear: z.string('Enter the school year').transform((typed, context): YearLabel => {
          const label = asYearLabel(typed)
          if (label) return label
          context.addIssue({ code: 'custom', message: 'Enter the school year, like 2026-27' })
          return z.NEVER
        }),
        ...amounts,
      })
      .refine(({ fromOn, toOn }) => toOn >= fromOn, inOrder),
  initial: year => ({
    schoolYear: year,
    ...dayAnswers('fromOn', firstDayOf(year, yearStarts.school)),
    ...dayAnswers('toOn', lastDayOf(year, yearStarts.school)),
  }),
  fields: form => (
    <>
      <TextInput name="schoolYear" label="School year" form={form} width="10" />
      <TopUpFields form={form} />
    </>
  ),
  saved: 'The top-up has been added',
  submit: async (visit, _year, { amount, ...input }, { child }) => {
    await addTopUp(visit, { childId: child.id, amountPence: amount, ...input })
    return undefined
  },
})

export const correctTopUpPage = childForm({
  path: '/children/:child/top-ups/:topUp/correct',
  section: 'special-needs',
  permission: 'child.top-up',
  async load({ tx, params }, { child }) {
    const found = (await topUpsOf(tx, child.id)).find(({ id }) => id === params.topUp)
    if (!found) throw new NotFound()
    return found
  },
  title: topUp => `Correct the top-up for ${topUp.schoolYear}`,
  schema: () =>
    z
      .object({ ...amounts, reason: reasonForCorrection() })
      .refine(({ fromOn, toOn }) => toOn >= fromOn, inOrder),
  initial: topUp => ({
    amount: poundsTyped(Number(topUp.amountPence)),
    grantedBy: topUp.grantedBy ?? '',
    ...dayAnswers('fromOn', topUp.fromOn),
    ...dayAnswers('toOn', topUp.toOn),
  }),
  version: topUp => topUp.version,
  fields: form => (
    <>
      <TopUpFields form={form} />
      <TextInput name="reason" label="Why are you correcting this?" form={form} />
    </>
  ),
  saved: 'The top-up has been corrected',
  submit: async (visit, { id, version }, input, { child }) => {
    await correctRow(
      visit,
      'top_up',
      { id, childId: child.id, version },
      {
        amount_pence: input.amount,
        from_on: input.fromOn,
        to_on: input.toOn,
        granted_by: input.grantedBy,
      },
      input.reason,
    )
    return undefined
  },
})

const TopUpFields = ({ form }: { form: FormState }) => (
  <>
    <TextInput
      name="amount"
      label="Amount for the year"
      prefix="£"
      form={form}
      width="10"
      inputmode="decimal"
    />
    <DateInput name="fromOn" label="First day" labelSize="s" form={form} />
    <DateInput name="toOn" label="Last day" labelSize="s" form={form} />
    <TextInput name="grantedBy" label="Granted by" form={form} width="two-thirds" />
  </>
)

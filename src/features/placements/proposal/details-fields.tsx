import { z } from 'zod'
import { poundsTyped } from '#domain/pounds.ts'
import {
  Checkboxes,
  DateInput,
  type FormState,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '#govuk/index.ts'
import { choices, dayAnswers, optionalDay, optionalText } from '#platform/forms.ts'
import { optionalPounds } from '#platform/pounds-answer.ts'
import type { Placement } from '../placement.query.ts'
import { arrangedUnder, keysOf, pricesPer, subjects } from '../words.ts'

const yesNo = z.enum(['yes', 'no'], 'Choose yes or no').optional()

/** A million pounds, as the table has it. */
const mostPrice = 100_000_000

export const detailsSchema = (sites: Sites) =>
  z
    .object({
      site: z.enum(['', ...sites.map(({ id }) => id)]).optional(),
      subjects: choices(keysOf(subjects)),
      supervised: yesNo,
      dualRegistered: yesNo,
      arrangedUnder: z.enum(['', 's19', 's42', 's61']).optional(),
      attendanceCode: optionalText({ most: 2 }).refine(
        code => code === null || /^[A-Z][0-9]?$/.test(code),
        'The code must be one letter, or a letter and a number, like B or C2',
      ),
      travel: optionalText({ most: 1000 }),
      price: optionalPounds('the price', { most: mostPrice }),
      per: z.enum(['', ...keysOf(pricesPer)]).optional(),
      schoolContact: optionalText({ most: 300 }),
      commissionerContact: optionalText({ most: 300 }),
      agreementOn: optionalDay('the day of the agreement'),
      riskAssessedOn: optionalDay('the day of the risk assessment'),
    })
    .refine(({ price, per }) => (price === null) === !per, {
      path: ['per'],
      error: 'Say what the price is a price of, or leave both empty',
    })
type Sites = readonly { readonly id: string; readonly name: string }[]
export type DetailsAnswers = z.infer<ReturnType<typeof detailsSchema>>

export const detailsOf = (answers: DetailsAnswers) => ({
  site_id: answers.site || null,
  subjects: answers.subjects,
  supervised: truth(answers.supervised),
  dual_registered: truth(answers.dualRegistered),
  arranged_under: answers.arrangedUnder || null,
  attendance_code: answers.attendanceCode,
  travel: answers.travel,
  price_pence: answers.price,
  price_per: answers.per || null,
  school_contact: answers.schoolContact,
  commissioner_contact: answers.commissionerContact,
  agreement_on: answers.agreementOn,
  risk_assessed_on: answers.riskAssessedOn,
})

const truth = (answer: 'yes' | 'no' | undefined) => (answer ? answer === 'yes' : null)
const answerOf = (known: boolean | null) => (known === null ? undefined : known ? 'yes' : 'no')

export const detailsAnswers = (placement: Placement): FormState['values'] => ({
  site: placement.site_id ?? '',
  subjects: placement.subjects,
  supervised: answerOf(placement.supervised),
  dualRegistered: answerOf(placement.dual_registered),
  arrangedUnder: placement.arranged_under ?? '',
  attendanceCode: placement.attendance_code ?? '',
  travel: placement.travel ?? '',
  price: poundsTyped(placement.price_pence),
  per: placement.price_per ?? '',
  schoolContact: placement.school_contact ?? '',
  commissionerContact: placement.commissioner_contact ?? '',
  ...dayAnswers('agreementOn', placement.agreement_on),
  ...dayAnswers('riskAssessedOn', placement.risk_assessed_on),
})

/** What somebody writes in words, for the second of two who write at once. */
export const detailsLabels = {
  attendanceCode: 'attendance code',
  travel: 'travel',
  price: 'price',
  schoolContact: 'contact at the school',
  commissionerContact: 'contact at the commissioner',
}

const yesNoItems = { yes: 'Yes', no: 'No' }

export const DetailsFields = ({ form, sites }: { form: FormState; sites: Sites }) => (
  <>
    {sites.length > 0 && (
      <Select
        name="site"
        label="Site"
        blank="Not said"
        items={Object.fromEntries(sites.map(({ id, name }) => [id, name]))}
        form={form}
      />
    )}
    <Checkboxes name="subjects" label="What is taught?" items={subjects} form={form} />
    <Radios
      name="supervised"
      label="Is the child supervised all the time?"
      items={yesNoItems}
      form={form}
      inline
    />
    <Radios
      name="dualRegistered"
      label="Is the child on the register there too?"
      items={yesNoItems}
      form={form}
      inline
    />
    <Select
      name="arrangedUnder"
      label="Arranged by the authority under"
      blank="It is not arranged by the authority"
      items={arrangedUnder}
      form={form}
    />
    <TextInput
      name="attendanceCode"
      label="Attendance code in use (optional)"
      width="2"
      form={form}
    />
    <TextArea name="travel" label="How does the child travel? (optional)" rows={2} form={form} />
    <TextInput name="price" label="Price (optional)" prefix="£" width="10" form={form} />
    <Select name="per" label="For" blank="No price" items={pricesPer} form={form} />
    <TextInput
      name="schoolContact"
      label="Contact at the school (optional)"
      hint="A name and a telephone number. The provider reads it"
      form={form}
    />
    <TextInput
      name="commissionerContact"
      label="Contact at the commissioner (optional)"
      hint="The provider reads it"
      form={form}
    />
    <DateInput
      name="agreementOn"
      label="Written agreement with the provider, dated (optional)"
      form={form}
    />
    <DateInput name="riskAssessedOn" label="Risk assessed on (optional)" form={form} />
  </>
)

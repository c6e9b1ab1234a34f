import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
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
import { choices, dayAnswers, optionalPastDay, optionalText, text } from '#platform/forms.ts'
import { optionalPounds } from '#platform/pounds-answer.ts'
import type { WorkAnswers } from './keep-work.ts'
import { codeKeys, codes, goalKeys, goals, indicatorKeys, indicators } from './words.ts'
import type { Work } from './work.query.ts'

const known = z
  .enum(['', 'yes', 'no', 'unknown'])
  .optional()
  .transform((answer): boolean | null => (answer === 'yes' ? true : answer === 'no' ? false : null))

/** The questions about a host; what is not known may stay open, and then the rules say what it stops. */
export const workShape = (today: IsoDate) => ({
  host: text('Enter the name of the host', { most: 200 }),
  address: optionalText({ most: 500 }),
  contact: optionalText({ most: 300 }),
  activity: optionalText({ most: 2000 }),
  goal: z
    .enum(['', ...goalKeys])
    .optional()
    .transform((goal): Work['goal'] => goal || null),
  employsAnyone: known,
  liability: optionalPounds('the cover'),
  checkedOn: optionalPastDay('the day of the check', today),
  fullyAudited: known,
  declaredOn: optionalPastDay('the day of the declaration', today),
  indicators: choices(indicatorKeys),
  code: z
    .enum(['', ...codeKeys])
    .optional()
    .transform(code => code || null),
})

type Typed = { readonly liability: number | null } & Omit<WorkAnswers, 'liabilityPence'>

export const workIn = (typed: Typed): WorkAnswers => ({
  host: typed.host,
  address: typed.address,
  contact: typed.contact,
  activity: typed.activity,
  goal: typed.goal,
  employsAnyone: typed.employsAnyone,
  fullyAudited: typed.fullyAudited,
  liabilityPence: typed.liability,
  checkedOn: typed.checkedOn,
  declaredOn: typed.declaredOn,
  indicators: typed.indicators,
  code: typed.code,
})

const word = (answer: boolean | null) => (answer === null ? 'unknown' : answer ? 'yes' : 'no')

export const shownWork = (work: Work, code: string | null): FormState['values'] => ({
  host: work.host_name,
  address: work.host_address ?? '',
  contact: work.host_contact ?? '',
  activity: work.activity ?? '',
  goal: work.goal ?? '',
  employsAnyone: word(work.employs_anyone),
  fullyAudited: word(work.fully_audited),
  liability: poundsTyped(work.liability_pence),
  indicators: [...work.indicators],
  code: code ?? '',
  ...dayAnswers('checkedOn', work.lebc_check_on),
  ...dayAnswers('declaredOn', work.genuine_declared_on),
})

const yesNo = { yes: 'Yes', no: 'No', unknown: 'Not known' }

export const WorkFields = ({ form }: { form: FormState }) => (
  <>
    <TextInput
      name="host"
      label="Host"
      hint="The business or body where the child works"
      form={form}
    />
    <TextArea name="address" label="Its address (optional)" rows={2} form={form} />
    <TextInput name="contact" label="Whom to reach there (optional)" form={form} />
    <TextArea
      name="activity"
      label="What does the child do there?"
      hint="In plain words: an offer is judged by what is done, not by what it is called"
      rows={3}
      form={form}
    />
    <Radios name="goal" label="Which goal does it serve?" items={goals} form={form} />
    <DateInput
      name="checkedOn"
      label="Checked by LEBC on"
      hint="Without this check it cannot start"
      form={form}
    />
    <Radios
      name="fullyAudited"
      label="Has LEBC audited the host in full, as a provider?"
      items={yesNo}
      form={form}
      inline
    />
    <DateInput
      name="declaredOn"
      label="The host declared that it is genuine work experience on"
      hint="Needed unless the host is fully audited"
      form={form}
    />
    <Checkboxes
      name="indicators"
      label="Does any of this apply?"
      hint="Each is a sign that it is alternative provision under another name"
      items={indicators}
      form={form}
    />
    <Radios
      name="employsAnyone"
      label="Does the host employ anybody?"
      items={yesNo}
      form={form}
      inline
    />
    <TextInput
      name="liability"
      label="Employers’ liability cover, in pounds"
      hint="From the certificate. The child counts as an employee"
      prefix="£"
      width="10"
      inputmode="numeric"
      form={form}
    />
    <Select
      name="code"
      label="Which attendance code does the school record?"
      hint="W is the code for work experience (regulation 10)"
      blank="Not recorded yet"
      items={codes}
      form={form}
    />
  </>
)

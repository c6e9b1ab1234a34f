import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { DateInput, type FormState, TextArea, TextInput } from '#govuk/index.ts'
import { day, dayAnswers, optionalDay, optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { providerNamed, refuseUnlessKept } from '../keep.query.ts'
import { keepSubcontractor } from './keep-sites.ts'
import { ProfileForm } from './profile-form.tsx'

const schema = z
  .object({
    name: text('Enter the name', { most: 200 }),
    gives: text('Say what they give', { most: 1000 }),
    checkedHow: optionalText({ most: 1000 }),
    fromOn: day('the day from which they work for you'),
    toOn: optionalDay('the last day'),
  })
  .refine(({ fromOn, toOn }) => toOn === null || toOn >= fromOn, {
    path: ['toOn'],
    message: 'The last day must be the first day or later',
  })

const Fields = ({ form }: { form: FormState }) => (
  <>
    <TextInput form={form} name="name" label="Name" autocomplete="off" />
    <TextArea form={form} name="gives" label="What do they give, and to whom?" rows={3} />
    <TextArea
      form={form}
      name="checkedHow"
      label="How do you make sure that their staff and premises are safe? (optional)"
      rows={3}
    />
    <DateInput form={form} name="fromOn" label="Since when?" />
    <DateInput form={form} name="toOn" label="Until when? (optional)" />
  </>
)

export const addSubcontractorPage = formPage({
  path: '/providers/:provider/subcontractors/add',
  permission: 'provider.keep',
  discloses: 'nothing personal',
  load: async ({ tx, params }) => {
    await refuseUnlessKept(tx, params.provider)
    return { provider: await providerNamed(tx, params.provider) }
  },
  schema,
  view: ({ provider }, form) => (
    <ProfileForm title="Add a subcontractor" provider={provider} form={form}>
      <Fields form={form} />
    </ProfileForm>
  ),
  async submit(visit, { provider }, it) {
    await keepSubcontractor(visit, provider.id, it)
    visit.flash('The subcontractor is added')
    return `/providers/${provider.id}`
  },
})

export const changeSubcontractorPage = formPage({
  path: '/providers/:provider/subcontractors/:subcontractor',
  permission: 'provider.keep',
  discloses: 'nothing personal',
  load: async ({ tx, params }) => {
    await refuseUnlessKept(tx, params.provider)
    const known = await tx
      .selectFrom('provider_subcontractor')
      .selectAll()
      .where('id', '=', params.subcontractor)
      .where('provider_id', '=', params.provider)
      .executeTakeFirst()
    if (!known) throw new NotFound()
    return { provider: await providerNamed(tx, params.provider), known }
  },
  schema,
  initial: ({ known }) => ({
    name: known.name,
    gives: known.gives,
    checkedHow: known.checked_how ?? '',
    ...dayAnswers('fromOn', known.from_on),
    ...dayAnswers('toOn', known.to_on),
  }),
  version: ({ known }) => known.version,
  view: ({ provider, known }, form) => (
    <ProfileForm
      title="Change a subcontractor"
      provider={provider}
      form={form}
      version={known.version}
    >
      <Fields form={form} />
    </ProfileForm>
  ),
  async submit(visit, { provider, known }, it) {
    await keepSubcontractor(visit, provider.id, it, known)
    visit.flash('The subcontractor is saved')
    return `/providers/${provider.id}`
  },
})

import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { DateInput, Radios, TextInput } from '#govuk/index.ts'
import { choice, dayAnswers, pastDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { lookUpNumber } from './keep-profile.ts'
import { profileOf } from './profile.query.ts'
import { ProfileForm } from './profile-form.tsx'

/** A number that the imported register does not hold is looked up at its source, by an officer. */
export const lookUpNumberPage = formPage({
  path: '/providers/:provider/number',
  permission: 'provider.look-up-number',
  discloses: 'nothing personal',
  load: async ({ tx, today, params }) => {
    const { provider } = await profileOf(tx, params.provider, today)
    if (!provider.dfe_urn) throw new NotFound()
    return { provider: { id: provider.id, name: provider.name }, urn: provider.dfe_urn, today }
  },
  schema: ({ today }) =>
    z.object({
      found: choice(['yes', 'no'], 'Say whether you found it'),
      source: text('Say where you looked', { most: 500 }),
      checkedOn: pastDay('the day on which you looked', today),
    }),
  initial: ({ today }) => dayAnswers('checkedOn', today),
  view: ({ provider, urn }, form) => (
    <ProfileForm title={`Look up URN ${urn}`} provider={provider} form={form}>
      <Radios
        form={form}
        name="found"
        label="Did you find a registered school of this provider with this number?"
        items={{ yes: 'Yes', no: 'No' }}
      />
      <TextInput form={form} name="source" label="Where did you look?" />
      <DateInput form={form} name="checkedOn" label="When?" />
    </ProfileForm>
  ),
  async submit(visit, { provider, urn }, { found, source, checkedOn }) {
    await lookUpNumber(visit, provider.id, { urn, confirmed: found === 'yes', source, checkedOn })
    visit.flash('What you found is recorded')
    return `/providers/${provider.id}`
  },
})

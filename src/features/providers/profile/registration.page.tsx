import { z } from 'zod'
import { asUrn, whyNotUrn } from '#domain/urn.ts'
import { DateInput, Radios, Select, TextInput } from '#govuk/index.ts'
import { dayAnswers, judged, optionalDay, optionalPastDay, optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { refuseUnlessKept } from '../keep.query.ts'
import { kindWords, legalFormWords, registrationWords } from '../words.ts'
import { keepRegistration } from './keep-profile.ts'
import { profileOf } from './profile.query.ts'
import { ProfileForm } from './profile-form.tsx'

const keys = <T extends string>(words: Readonly<Record<T, string>>) =>
  Object.keys(words) as [T, ...T[]]
const none = z.literal('').transform(() => null)

/** The law that a provider stands under: form, staff, registration, and what an inspection said. */
export const registrationPage = formPage({
  path: '/providers/:provider/registration',
  permission: 'provider.keep',
  discloses: 'nothing personal',
  load: async ({ tx, today, params }) => {
    await refuseUnlessKept(tx, params.provider)
    return { ...(await profileOf(tx, params.provider, today)), today }
  },
  schema: ({ today }) =>
    z
      .object({
        kind: z.enum(keys(kindWords)).or(none).optional(),
        legalForm: z.enum(keys(legalFormWords)).or(none).optional(),
        employs: z.enum(['yes', 'no']).optional(),
        declaredOn: optionalPastDay('the day of the declaration', today),
        declaredBy: optionalText({ most: 200 }),
        registration: z.enum(keys(registrationWords)).or(none).optional(),
        urn: judged(
          typed => (typed.trim() === '' ? undefined : whyNotUrn(typed)),
          typed => (typed.trim() === '' ? null : asUrn(typed)),
        ),
        ofstedOutcome: optionalText({ most: 200 }),
        ofstedOn: optionalDay('the day of the inspection'),
        ofstedSource: optionalText({ most: 500 }),
        saferWorkingPracticeOn: optionalDay('the day on which it was adopted'),
      })
      .refine(it => it.employs !== 'no' || !it.declaredOn || it.declaredBy, {
        path: ['declaredBy'],
        message: 'Enter who signed the declaration',
      })
      .refine(it => !it.ofstedOutcome || it.ofstedOn, {
        path: ['ofstedOn'],
        message: 'Enter the day of the inspection',
      })
      .refine(it => !it.ofstedOutcome || it.ofstedSource, {
        path: ['ofstedSource'],
        message: 'Say where the outcome can be read',
      }),
  initial: ({ provider }) => ({
    kind: provider.kind ?? '',
    legalForm: provider.legal_form ?? '',
    ...(provider.employs_anyone === null
      ? {}
      : { employs: provider.employs_anyone ? 'yes' : 'no' }),
    ...dayAnswers('declaredOn', provider.no_employees_declared_on),
    declaredBy: provider.no_employees_declared_by ?? '',
    registration: provider.registration ?? '',
    urn: provider.dfe_urn ?? '',
    ofstedOutcome: provider.ofsted_outcome ?? '',
    ...dayAnswers('ofstedOn', provider.ofsted_on),
    ofstedSource: provider.ofsted_source ?? '',
    ...dayAnswers('saferWorkingPracticeOn', provider.safer_working_practice_on),
  }),
  version: ({ provider }) => provider.version,
  view: ({ provider }, form) => (
    <ProfileForm title="What you are" provider={provider} form={form}>
      <Select
        form={form}
        name="kind"
        label="Kind of setting"
        blank="Not said yet"
        items={kindWords}
      />
      <Select
        form={form}
        name="legalForm"
        label="Legal form"
        blank="Not said yet"
        items={legalFormWords}
      />
      <Radios
        form={form}
        name="employs"
        label="Do you employ or supervise anybody, volunteers and students included?"
        hint="Whoever does must hold employers’ liability insurance, whatever the legal form."
        items={[
          { value: 'yes', label: 'Yes' },
          {
            value: 'no',
            label: 'No, nobody',
            conditional: (
              <>
                <DateInput
                  form={form}
                  name="declaredOn"
                  label="When was the declaration of it signed?"
                />
                <TextInput form={form} name="declaredBy" label="Who signed it?" width="20" />
              </>
            ),
          },
        ]}
      />
      <Select
        form={form}
        name="registration"
        label="Registration with the Department for Education"
        blank="Not said yet"
        items={registrationWords}
      />
      <TextInput
        form={form}
        name="urn"
        label="URN, if you are registered as a school"
        hint="6 numbers. It is compared with the register of schools that the authority has imported."
        width="10"
        inputmode="numeric"
      />
      <h2 class="govuk-heading-m">Ofsted</h2>
      <p class="govuk-body">
        Only for an inspection of this provider. Ofsted inspects schools; it does not register them.
      </p>
      <TextInput form={form} name="ofstedOutcome" label="Outcome, in the words of the report" />
      <DateInput form={form} name="ofstedOn" label="Day of the inspection" />
      <TextInput form={form} name="ofstedSource" label="Where the report can be read" />
      <DateInput
        form={form}
        name="saferWorkingPracticeOn"
        label="When did you adopt the guidance for safer working practice? (optional)"
      />
    </ProfileForm>
  ),
  async submit(visit, { provider }, it) {
    await keepRegistration(visit, provider.id, provider.version, {
      kind: it.kind ?? null,
      legalForm: it.legalForm ?? null,
      employsAnyone: it.employs === undefined ? null : it.employs === 'yes',
      declaredOn: it.declaredOn,
      declaredBy: it.declaredBy,
      registration: it.registration ?? null,
      urn: it.urn,
      ofsted:
        it.ofstedOutcome && it.ofstedOn && it.ofstedSource
          ? { outcome: it.ofstedOutcome, on: it.ofstedOn, source: it.ofstedSource }
          : null,
      saferWorkingPracticeOn: it.saferWorkingPracticeOn,
    })
    visit.flash('Saved')
    return `/providers/${provider.id}`
  },
})

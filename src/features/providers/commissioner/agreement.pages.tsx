import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { DateInput, type FormState, Radios, TextArea, TextInput } from '#govuk/index.ts'
import { choice, dayAnswers, optionalDay, optionalText, pastDay, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { ownOrCommissioned } from '../own-or-commissioned.ts'
import { ProfileForm } from '../profile/profile-form.tsx'
import { agreementsOf } from './checks.query.ts'
import { checksHref, toRecord } from './checks-of.ts'
import { changeAgreement, recordAgreement } from './record-checks.ts'

const clauses = { yes: 'Yes', no: 'No', unknown: 'I have not looked' } as const
const clauseOf = { yes: true, no: false, unknown: null } as const

const later = {
  endsOn: optionalDay('the last day'),
  clause: choice(['yes', 'no', 'unknown'], 'Say whether it binds the provider'),
  note: optionalText({ most: 2000 }),
}

const notBeforeSigned = {
  path: ['endsOn'],
  message: 'The last day must be the day of the signature or later',
}

const LaterFields = ({ form }: { form: FormState }) => (
  <>
    <DateInput form={form} name="endsOn" label="Until when does it hold? (optional)" />
    <Radios
      form={form}
      name="clause"
      label="Does it bind the provider to Keeping Children Safe in Education?"
      hint="A provider that is not a school is bound to it by the agreement alone."
      items={clauses}
    />
    <TextArea form={form} name="note" label="Anything else (optional)" rows={3} />
  </>
)

export const addAgreementPage = formPage({
  path: '/providers/:provider/agreements/add',
  permission: 'evidence.sight',
  discloses: 'nothing personal',
  load: async visit => ({
    ...(await toRecord(visit)),
    commissioner: visit.me.organisationName,
  }),
  schema: ({ today }) =>
    z
      .object({
        signedOn: pastDay('the day on which it was signed', today),
        signedForCommissioner: text('Enter who signed for you', { most: 200 }),
        signedForProvider: text('Enter who signed for the provider', { most: 200 }),
        ...later,
      })
      .refine(({ signedOn, endsOn }) => endsOn === null || endsOn >= signedOn, notBeforeSigned),
  view: ({ provider, commissioner }, form) => (
    <ProfileForm
      title="Record an agreement"
      provider={provider}
      form={form}
      back={checksHref(provider.id)}
    >
      <p class="govuk-body">
        Between {commissioner} and {provider.name}.
      </p>
      <DateInput form={form} name="signedOn" label="When was it signed?" />
      <TextInput
        form={form}
        name="signedForCommissioner"
        label="Who signed for you?"
        width="20"
        autocomplete="off"
      />
      <TextInput
        form={form}
        name="signedForProvider"
        label="Who signed for the provider?"
        width="20"
        autocomplete="off"
      />
      <LaterFields form={form} />
    </ProfileForm>
  ),
  async submit(visit, { provider }, { clause, ...it }) {
    await recordAgreement(visit, provider.id, { ...it, kcsieClause: clauseOf[clause] })
    visit.flash('The agreement is recorded')
    return checksHref(provider.id)
  },
})

export const changeAgreementPage = formPage({
  path: '/providers/:provider/agreements/:agreement',
  permission: 'evidence.sight',
  discloses: 'nothing personal',
  load: async visit => {
    const provider = await ownOrCommissioned(visit, visit.params.provider)
    const agreement = (await agreementsOf(visit.tx, provider.id)).find(
      ({ id, commissioner_id }) =>
        id === visit.params.agreement && commissioner_id === visit.me.organisationId,
    )
    if (!agreement) throw new NotFound()
    return { provider, agreement }
  },
  schema: ({ agreement }) =>
    z
      .object(later)
      .refine(({ endsOn }) => endsOn === null || endsOn >= agreement.signed_on, notBeforeSigned),
  initial: ({ agreement }) => ({
    ...dayAnswers('endsOn', agreement.ends_on),
    clause: agreement.kcsie_clause === null ? 'unknown' : agreement.kcsie_clause ? 'yes' : 'no',
    note: agreement.note ?? '',
  }),
  version: ({ agreement }) => agreement.version,
  view: ({ provider, agreement }, form) => (
    <ProfileForm
      title="Change an agreement"
      provider={provider}
      form={form}
      version={agreement.version}
      back={checksHref(provider.id)}
    >
      <p class="govuk-body">
        Who signed and when stays as it was recorded. A new agreement is recorded anew.
      </p>
      <LaterFields form={form} />
    </ProfileForm>
  ),
  async submit(visit, { provider, agreement }, { clause, ...it }) {
    await changeAgreement(visit, agreement, { ...it, kcsieClause: clauseOf[clause] })
    visit.flash('The agreement is saved')
    return checksHref(provider.id)
  },
})

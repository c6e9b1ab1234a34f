import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { NotFound } from '#domain/refusal.ts'
import { DateInput, Radios, TextInput } from '#govuk/index.ts'
import { choice, optionalText, pastDay } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { ProfileForm } from '../profile/profile-form.tsx'
import { addTraining, keepPerson } from './keep-people.ts'
import { openPeople, peopleViewed } from './people.query.ts'
import { trainerWords } from './person.ts'
import { answersOf, PersonFields, personSchema } from './person-form.tsx'

type InPeople = Parameters<typeof openPeople>[0]

/** The provider’s manager alone keeps the staff record. */
async function openOwn(visit: InPeople) {
  const opened = await openPeople(visit)
  if (!opened.own) throw new NotFound()
  return opened
}

async function openPerson(visit: InPeople & { readonly params: { readonly person: string } }) {
  const opened = await openOwn(visit)
  const person = opened.people.find(({ id }) => id === visit.params.person)
  if (!person) throw new NotFound()
  return { ...opened, person }
}

const back = (id: string) => `/providers/${id}/people`

export const addPersonPage = formPage({
  path: '/providers/:provider/people/add',
  permission: 'provider.people-keep',
  load: openOwn,
  discloses: 'nothing personal',
  schema: personSchema,
  view: ({ provider }, form) => (
    <ProfileForm title="Add a person" provider={provider} form={form} back={back(provider.id)}>
      <PersonFields form={form} />
    </ProfileForm>
  ),
  async submit(visit, { provider }, details) {
    const id = await keepPerson(visit, provider.id, details)
    visit.flash(`${details.name} is added. Now add their safeguarding training`)
    return `${back(provider.id)}/${id}/training`
  },
})

export const changePersonPage = formPage({
  path: '/providers/:provider/people/:person',
  permission: 'provider.people-keep',
  load: openPerson,
  discloses: peopleViewed,
  schema: personSchema,
  initial: ({ person }) => answersOf(person),
  version: ({ person }) => person.version,
  view: ({ provider, person }, form) => (
    <ProfileForm
      title={person.name}
      provider={provider}
      form={form}
      version={person.version}
      back={back(provider.id)}
    >
      <PersonFields form={form} numberEnd={person.check_number_end} />
    </ProfileForm>
  ),
  async submit(visit, { provider, person }, details) {
    await keepPerson(visit, provider.id, details, person)
    visit.flash(`${details.name} is saved`)
    return back(provider.id)
  },
})

export const addTrainingPage = formPage({
  path: '/providers/:provider/people/:person/training',
  permission: 'provider.people-keep',
  load: async (visit: InPeople & { today: IsoDate; params: { person: string } }) => ({
    ...(await openPerson(visit)),
    today: visit.today,
  }),
  discloses: peopleViewed,
  schema: ({ today }) =>
    z.object({
      trainedOn: pastDay('the day of the training', today),
      trainer: choice(['county', 'other'], 'Say who gave the training'),
      course: optionalText({ most: 200 }),
    }),
  view: ({ provider, person }, form) => (
    <ProfileForm
      title={`Safeguarding training of ${person.name}`}
      provider={provider}
      form={form}
      back={back(provider.id)}
    >
      <DateInput form={form} name="trainedOn" label="When was it?" />
      <Radios form={form} name="trainer" label="Who gave it?" items={trainerWords} />
      <TextInput
        form={form}
        name="course"
        label="What was it called? (optional)"
        autocomplete="off"
      />
    </ProfileForm>
  ),
  async submit(visit, { provider, person }, training) {
    await addTraining(visit, provider.id, { personId: person.id, ...training })
    visit.flash('The training is added')
    return back(provider.id)
  },
})

import { z } from 'zod'
import { Checkboxes, Radios, TextArea, TextInput } from '#govuk/index.ts'
import { choices, optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { refuseUnlessKept } from '../keep.query.ts'
import { curriculumWords, keyStageWords, needWords, weekdayWords } from '../words.ts'
import { lines, optionalNumber } from './answers.ts'
import { keepOffer } from './keep-profile.ts'
import { profileOf } from './profile.query.ts'
import { ProfileForm } from './profile-form.tsx'

const keys = <T extends string>(words: Readonly<Record<T, string>>) =>
  Object.keys(words) as [T, ...T[]]

/** What a provider teaches, to whom and when, and how many sessions it has. */
export const offerPage = formPage({
  path: '/providers/:provider/offer',
  permission: 'provider.keep',
  discloses: 'nothing personal',
  load: async ({ tx, today, params }) => {
    await refuseUnlessKept(tx, params.provider)
    return profileOf(tx, params.provider, today)
  },
  schema: z.object({
    description: optionalText({ most: 4000 }),
    needs: choices(keys(needWords)),
    keyStages: choices(keys(keyStageWords)).transform(list => list.map(Number)),
    weekdays: choices(keys(weekdayWords)).transform(list => list.map(Number)),
    subjects: lines,
    qualifications: lines,
    curriculum: z.enum(['broad', 'narrow']).optional(),
    hours: optionalText({ most: 5 })
      .refine(
        typed => typed === null || (/^\d{1,2}(\.\d{1,2})?$/.test(typed) && Number(typed) <= 60),
        'Hours must be a number like 15 or 12.5, and 60 or fewer',
      )
      .transform(typed => (typed === null ? null : Math.round(Number(typed) * 60))),
    places: optionalNumber('the number of places', 5000),
    capacitySessions: optionalNumber('the number of sessions', 50_000),
  }),
  initial: ({ provider }) => ({
    description: provider.description ?? '',
    needs: provider.needs,
    keyStages: provider.key_stages.map(String),
    weekdays: provider.weekdays.map(String),
    subjects: provider.subjects.join('\n'),
    qualifications: provider.qualifications.join('\n'),
    ...(provider.curriculum ? { curriculum: provider.curriculum } : {}),
    hours: provider.minutes_per_week === null ? '' : String(provider.minutes_per_week / 60),
    places: String(provider.places ?? ''),
    capacitySessions: String(provider.capacity_sessions ?? ''),
  }),
  version: ({ provider }) => provider.version,
  view: ({ provider }, form) => (
    <ProfileForm title="What you offer" provider={provider} form={form}>
      <TextArea
        form={form}
        name="description"
        label="Describe the provision in a few sentences"
        hint="Everybody who can sign in reads this"
        rows={5}
        maxlength={4000}
      />
      <Checkboxes form={form} name="needs" label="Whom is it for?" items={needWords} small />
      <Checkboxes form={form} name="keyStages" label="Key stages" items={keyStageWords} small />
      <Checkboxes form={form} name="weekdays" label="Days" items={weekdayWords} small />
      <TextArea form={form} name="subjects" label="Subjects" hint="One in each line" rows={5} />
      <TextArea
        form={form}
        name="qualifications"
        label="Qualifications that can be gained"
        hint="One in each line"
        rows={4}
      />
      <Radios form={form} name="curriculum" label="How broad is it?" items={curriculumWords} />
      <TextInput
        form={form}
        name="hours"
        label="Hours a week that you advertise"
        hint="For one child, for example 15 or 12.5"
        width="4"
        inputmode="decimal"
      />
      <TextInput form={form} name="places" label="Places" width="4" inputmode="numeric" />
      <TextInput
        form={form}
        name="capacitySessions"
        label="Sessions that you can give in a week"
        hint="A morning or an afternoon of one child is one session: eight children for five mornings are 40. What is free is worked out from it."
        width="5"
        inputmode="numeric"
      />
    </ProfileForm>
  ),
  async submit(visit, { provider }, { hours, curriculum, ...answered }) {
    await keepOffer(visit, provider.id, provider.version, {
      ...answered,
      curriculum: curriculum ?? null,
      minutesPerWeek: hours,
    })
    visit.flash('What you offer has been saved')
    return `/providers/${provider.id}`
  },
})

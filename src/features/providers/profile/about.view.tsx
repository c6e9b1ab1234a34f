import type { ComponentChildren } from 'preact'
import { dayInWords } from '#domain/london-time.ts'
import { SummaryList, type SummaryRow } from '#govuk/index.ts'
import {
  curriculumWords,
  keyStageWords,
  kindWords,
  legalFormWords,
  needWords,
  registrationWords,
  weekdayWords,
  wordsOf,
} from '../words.ts'
import { NumberInRegister } from './number-in-register.tsx'
import { freeSessions, type Profile } from './profile.query.ts'

const row = (key: string, value: ComponentChildren): SummaryRow => ({
  key,
  value: value === null || value === undefined || value === '' ? 'Not said yet' : value,
})

const change = (provider: { id: string }, page: string, keeps: boolean) =>
  keeps ? [{ href: `/providers/${provider.id}/${page}`, children: 'Change' }] : []

/** What it teaches, to whom, and how much room there is. */
export function Offer({
  provider,
  sessions,
  keeps,
  inside,
}: Pick<Profile, 'provider' | 'sessions'> & { keeps: boolean; inside: boolean }) {
  const free = freeSessions(sessions)
  return (
    <SummaryList
      card={{ title: 'What it offers', actions: change(provider, 'offer', keeps) }}
      rows={[
        row('For', wordsOf(needWords, provider.needs)),
        row('Key stages', wordsOf(keyStageWords, provider.key_stages)),
        row('Days', wordsOf(weekdayWords, provider.weekdays)),
        row('Subjects', provider.subjects.join(', ')),
        row('Qualifications', provider.qualifications.join(', ')),
        row('Curriculum', provider.curriculum && curriculumWords[provider.curriculum]),
        row(
          'Advertised hours a week',
          provider.minutes_per_week === null ? '' : String(provider.minutes_per_week / 60),
        ),
        row('Places', provider.places),
        sessions
          ? row(
              'Free sessions a week',
              free === undefined
                ? `Not known: it has not said how many it has. ${sessions.taken} are taken.`
                : `${free} of ${sessions.capacity}`,
            )
          : false,
        inside &&
          row(
            'Guidance for safer working practice',
            provider.safer_working_practice_on &&
              `Adopted on ${dayInWords(provider.safer_working_practice_on)}`,
          ),
      ]}
    />
  )
}

/** What it is in law, whether it is registered, and what an inspection said: three facts that people take for one. */
export const Registration = ({
  provider,
  number,
  keeps,
  inside,
  looksUp,
}: Pick<Profile, 'provider' | 'number'> & {
  keeps: boolean
  inside: boolean
  looksUp: boolean
}) => (
  <SummaryList
    card={{ title: 'What it is', actions: change(provider, 'registration', keeps) }}
    rows={[
      row('Kind', provider.kind && kindWords[provider.kind]),
      row('Legal form', provider.legal_form && legalFormWords[provider.legal_form]),
      inside && row('Employs or supervises anybody', employs(provider)),
      row('Registration', provider.registration && registrationWords[provider.registration]),
      row(
        'DfE number (URN)',
        number ? (
          <NumberInRegister number={number} provider={provider.id} looksUp={looksUp} />
        ) : (
          'None given'
        ),
      ),
      row(
        'Ofsted',
        provider.ofsted_outcome && provider.ofsted_on
          ? `${provider.ofsted_outcome}, ${dayInWords(provider.ofsted_on)} (${provider.ofsted_source ?? ''})`
          : 'No inspection of this provider is recorded',
      ),
    ]}
  />
)

function employs(provider: Profile['provider']) {
  if (provider.employs_anyone === null) return null
  if (provider.employs_anyone) return 'Yes'
  return provider.no_employees_declared_on
    ? `No: declared on ${dayInWords(provider.no_employees_declared_on)} by ${provider.no_employees_declared_by ?? 'the provider'}`
    : 'No, but there is no signed declaration'
}

export const Reach = ({ provider }: Pick<Profile, 'provider'>) => (
  <SummaryList
    card={{
      title: 'How to reach it',
      actions: [{ href: `/organisations/${provider.id}`, children: 'Details' }],
    }}
    rows={[
      row('Contact', provider.contact_name),
      row('Email', provider.contact_email),
      row('Telephone', provider.contact_phone ?? provider.telephone),
      row('Website', provider.website),
    ]}
  />
)

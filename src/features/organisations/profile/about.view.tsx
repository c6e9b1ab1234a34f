import type { ComponentChildren } from 'preact'
import { dayInWords } from '#domain/london-time.ts'
import { SummaryList, type SummaryRow } from '#govuk/index.ts'
import { teamNames } from '../organisation.ts'
import { hubOf } from '../safeguarding-hub/hub.query.ts'
import { HubNumbers } from '../safeguarding-hub/hub-numbers.tsx'
import type { Organisation } from './organisation.query.ts'

const row = (key: string, value: ComponentChildren): SummaryRow | false =>
  value === null || value === undefined || value === '' || value === false ? false : { key, value }

/** What the national register says of a school, and as of when. */
export const Registered = ({ organisation }: { organisation: Organisation }) => {
  const { school } = organisation
  if (!school) return null
  return (
    <SummaryList
      card={{
        title: school.gias_file_on
          ? `From the national register of schools, as of ${dayInWords(school.gias_file_on)}`
          : 'School',
      }}
      rows={[
        row('URN', school.urn),
        school.previous_urns.length > 0 && row('Earlier URN', school.previous_urns.join(', ')),
        row(
          'DfE number',
          school.establishment_number &&
            `${school.authority_number}/${school.establishment_number}`,
        ),
        row('UKPRN', school.ukprn),
        row('Type', school.type_name),
        row('Phase', school.phase),
        row(
          'Ages',
          school.statutory_low_age !== null &&
            school.statutory_high_age !== null &&
            `${school.statutory_low_age} to ${school.statutory_high_age}`,
        ),
        row('Admits', school.gender),
        row('Trust', school.trust_name),
        row('Address', <Address organisation={organisation} />),
        row('District', school.district),
        row('Telephone', organisation.telephone),
        row('Website', school.website && <Website address={school.website} />),
        row('Opened', school.opened_on && dayInWords(school.opened_on)),
      ]}
    />
  )
}

/** What people say of an organisation: how to reach it. */
export const Contact = ({
  organisation,
  mayChange,
}: {
  organisation: Organisation
  mayChange: boolean
}) => {
  const { school, partnership, provider, team } = organisation
  return (
    <SummaryList
      card={{
        title: partnership ? 'Panel contact' : 'Contact',
        actions: mayChange
          ? [
              {
                href: `/organisations/${organisation.id}/details`,
                children: 'Change',
              },
            ]
          : [],
      }}
      rows={[
        team && row('What it does', teamNames[team]),
        row('Short name', organisation.short_name),
        row('Area', partnership?.area),
        row('Contact', partnership?.contact_name ?? provider?.contact_name),
        provider
          ? row('Email', provider.contact_email)
          : orNone('Shared mailbox', organisation.mailbox),
        !school && row('Telephone', organisation.telephone),
        !school && row('Address', <Address organisation={organisation} />),
        organisation.kind === 'authority' &&
          row('Safeguarding hub', <HubNumbers hub={hubOf(organisation)} />),
        row('Website', provider?.website && <Website address={provider.website} />),
        row('URN', provider?.dfe_urn),
        provider &&
          row(
            'Profile and evidence',
            <a class="govuk-link" href={`/providers/${organisation.id}`}>
              What it offers, and what it shows
            </a>,
          ),
        partnership && row('Answers referrals within', `${partnership.response_days} working days`),
        school &&
          orNone('Hours taught in a week', school.weekly_minutes && hours(school.weekly_minutes)),
      ]}
    />
  )
}

const orNone = (key: string, value: string | 0 | null): SummaryRow => ({
  key,
  value: value || 'Not known',
})

const hours = (minutes: number) =>
  minutes % 60 === 0
    ? `${minutes / 60} hours`
    : `${Math.floor(minutes / 60)} hours ${minutes % 60} minutes`

function Address({ organisation }: { organisation: Organisation }) {
  const { street, town, postcode, school } = organisation
  const lines = [street, school?.locality, town, school?.county, postcode].filter(Boolean)
  if (lines.length === 0) return 'Not known'
  return (
    <>
      {lines.map(line => (
        <>
          {line}
          <br />
        </>
      ))}
    </>
  )
}

/** What a register or a person wrote is a link only when it is plainly the address of a page. */
function Website({ address }: { address: string }) {
  const full = /^www\./i.test(address) ? `https://${address}` : address
  if (!/^https?:\/\/[^\s"<>]+$/i.test(full)) return address
  return (
    <a class="govuk-link" href={full} rel="noreferrer noopener">
      {address}
    </a>
  )
}

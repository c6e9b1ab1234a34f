import { dayInWords, shortDayInWords } from '#domain/london-time.ts'
import { Button, Table } from '#govuk/index.ts'
import type { Profile, ProviderSite } from './profile.query.ts'

const roleWords = {
  'safeguarding-lead': 'Safeguarding lead',
  'deputy-safeguarding-lead': 'Deputy',
} as const

export const addressOf = ({ street, town, postcode }: ProviderSite) =>
  [street, town, postcode].filter(Boolean).join(', ')

export const Sites = ({
  provider,
  sites,
  keeps,
}: Pick<Profile, 'provider' | 'sites'> & { keeps: boolean }) => (
  <>
    <Table
      caption="Sites"
      firstCellIsHeader
      head={keeps ? ['Site', 'Address', 'Change'] : ['Site', 'Address']}
      empty="No site is recorded."
      rows={sites.map(site => [
        site.name,
        addressOf(site) || 'Not known',
        ...(keeps
          ? [
              <a class="govuk-link" href={`/providers/${provider.id}/sites/${site.id}`}>
                Change<span class="govuk-visually-hidden"> {site.name}</span>
              </a>,
            ]
          : []),
      ])}
    />
    {keeps && (
      <Button href={`/providers/${provider.id}/sites/add`} variant="secondary">
        Add a site
      </Button>
    )}
  </>
)

/** Whom to turn to when one is worried about a child. */
export const Leads = ({ leads }: Pick<Profile, 'leads'>) => (
  <Table
    caption="Safeguarding lead and deputies"
    firstCellIsHeader
    head={['Name', 'Post', 'Email', 'Telephone', 'Last trained']}
    empty="The provider has named nobody."
    rows={leads.map(lead => [
      lead.name,
      `${roleWords[lead.role]}${lead.in_senior_leadership ? ', in the senior team' : ''}`,
      lead.email ?? 'Not known',
      lead.telephone ?? 'Not known',
      lead.trained_on ? dayInWords(lead.trained_on) : 'Never shown',
    ])}
  />
)

export const Subcontractors = ({
  provider,
  subcontractors,
  keeps,
}: Pick<Profile, 'provider' | 'subcontractors'> & { keeps: boolean }) => (
  <>
    <Table
      caption="Subcontractors"
      firstCellIsHeader
      head={['Name', 'What it gives', 'How it is checked', 'Since', ...(keeps ? ['Change'] : [])]}
      empty="It passes no teaching on to others, or has not said so."
      rows={subcontractors.map(each => [
        each.name,
        each.gives,
        each.checked_how ?? 'Not said',
        shortDayInWords(each.from_on),
        ...(keeps
          ? [
              <a class="govuk-link" href={`/providers/${provider.id}/subcontractors/${each.id}`}>
                Change<span class="govuk-visually-hidden"> {each.name}</span>
              </a>,
            ]
          : []),
      ])}
    />
    {keeps && (
      <Button href={`/providers/${provider.id}/subcontractors/add`} variant="secondary">
        Add a subcontractor
      </Button>
    )}
  </>
)

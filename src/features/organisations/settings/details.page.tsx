import {
  BackLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  TwoThirds,
} from '#govuk/index.ts'
import { formPage } from '#platform/http/page.tsx'
import { hasPeople } from '../profile/has-people.query.ts'
import { mayChange, refuseUnless } from '../profile/may-change.ts'
import { type Organisation, organisationOf } from '../profile/organisation.query.ts'
import { SavedMeanwhile } from '../saved-meanwhile.tsx'
import { changeDetails } from './change-details.ts'
import { type DetailName, detailFields, detailsOfKind, detailsSchema } from './detail-fields.ts'
import { DetailInputs } from './detail-inputs.tsx'

/** What an organisation's own administrator keeps: how to reach it. */
export const detailsPage = formPage({
  path: '/organisations/:organisation/details',
  permission: 'organisation.read',
  discloses: 'nothing personal',
  load: async ({ tx, me, params }) => {
    const organisation = await organisationOf(tx, params.organisation)
    refuseUnless(mayChange(me, organisation, await hasPeople(tx, organisation.id)))
    return organisation
  },
  schema: organisation => detailsSchema(organisation.kind),
  initial: organisation =>
    Object.fromEntries(
      detailsOfKind[organisation.kind].map(name => [name, answerOf(organisation, name)]),
    ),
  version: organisation => organisation.version,
  view: (organisation, form) => (
    <Layout
      title={`Change the details of ${organisation.name}`}
      form={form}
      before={<BackLink href={`/organisations/${organisation.id}`} />}
    >
      <TwoThirds>
        <ErrorSummary form={form} />
        <SavedMeanwhile
          form={form}
          labels={Object.fromEntries(
            detailsOfKind[organisation.kind].map(name => [name, detailFields[name].label]),
          )}
        />
        <PageHeading caption={organisation.name}>Change details</PageHeading>
        {organisation.kind === 'school' && (
          <p class="govuk-body">
            The name, address and telephone number come from the national register of schools. To
            change them, change them in Get Information about Schools; the authority imports them
            from there.
          </p>
        )}
        {organisation.kind === 'authority' && (
          <p class="govuk-body">
            The authority’s name is part of the{' '}
            <a class="govuk-link" href="/administration/settings">
              settings
            </a>
            .
          </p>
        )}
        <Form version={organisation.version} warnUnsaved>
          <DetailInputs kind={organisation.kind} form={form} />
          <ButtonGroup>
            <Button>Save</Button>
            <a class="govuk-link" href={`/organisations/${organisation.id}`}>
              Cancel
            </a>
          </ButtonGroup>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { id, kind, version }, details) {
    await changeDetails(visit, { id, kind, version, details })
    visit.flash('The details have been saved')
    return `/organisations/${id}`
  },
})

function answerOf(organisation: Organisation, name: DetailName): string {
  const { school, partnership, provider } = organisation
  const values: Record<DetailName, string | number | null | undefined> = {
    name: organisation.name,
    shortName: organisation.short_name,
    mailbox: organisation.mailbox,
    telephone: organisation.telephone,
    street: organisation.street,
    town: organisation.town,
    postcode: organisation.postcode,
    hubName: organisation.hub_name,
    hubTelephone: organisation.hub_telephone,
    hubOutOfHours: organisation.hub_out_of_hours,
    contactName: partnership?.contact_name ?? provider?.contact_name,
    contactEmail: provider?.contact_email,
    website: provider?.website,
    urn: provider?.dfe_urn,
    area: partnership?.area,
    responseDays: partnership?.response_days,
    weeklyHours:
      school?.weekly_minutes == null ? null : Math.round((school.weekly_minutes / 60) * 100) / 100,
  }
  return String(values[name] ?? '')
}

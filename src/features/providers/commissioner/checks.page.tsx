import { dayInWords, shortDayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { Button, ButtonGroup, Table, Tag } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { ownOrCommissioned } from '../own-or-commissioned.ts'
import { ProviderLayout } from '../provider-layout.tsx'
import { type Agreement, agreementsOf, auditsOf, checksOf, listingsOf } from './checks.query.ts'
import { ListingTable } from './listing-table.tsx'

const whatWords = { registration: 'Registration', staff: 'Staff' } as const

/** What each commissioner has checked and agreed with a provider, for itself. */
export const checksPage = page({
  path: '/providers/:provider/checks',
  permission: 'evidence.read',
  discloses: 'nothing personal',
  load: async visit => {
    const { tx, me, today, params } = visit
    const provider = await ownOrCommissioned(visit, params.provider)
    return {
      provider,
      me,
      today,
      checks: await checksOf(tx, provider.id),
      agreements: await agreementsOf(tx, provider.id),
      audits: await auditsOf(tx, provider.id),
      listings: await listingsOf(tx, provider.id),
    }
  },
  view: ({ provider, me, today, checks, agreements, audits, listings }) => {
    const here = `/providers/${provider.id}`
    const records = may(me, 'evidence.sight')
    return (
      <ProviderLayout provider={provider} me={me} title="Checks and agreements" part="/checks">
        <p class="govuk-body">
          Before a child starts, the commissioner itself checks the registration and the staff, and
          has an agreement with the provider. Those of another commissioner do not serve.
        </p>
        {records && (
          <ButtonGroup>
            <Button href={`${here}/checks/add`}>Record a check</Button>
            <Button href={`${here}/agreements/add`} variant="secondary">
              Record an agreement
            </Button>
            {may(me, 'provider.audit') && (
              <Button href={`${here}/audits/add`} variant="secondary">
                Record an audit
              </Button>
            )}
            <Button href={`${here}/lists/add`} variant="secondary">
              Record a local list
            </Button>
          </ButtonGroup>
        )}
        <Table
          caption="Checks by commissioners"
          firstCellIsHeader
          head={['Commissioner', 'What', 'Day', 'What was found']}
          empty="No check is recorded."
          rows={checks.map(each => [
            `${each.commissioner} (${each.by})`,
            whatWords[each.what],
            shortDayInWords(each.checkedOn),
            each.found,
          ])}
        />
        <Table
          caption="Service level agreements"
          firstCellIsHeader
          head={['Commissioner', 'Signed', 'Until', 'Keeping Children Safe in Education', 'Change']}
          empty="No agreement is recorded."
          rows={agreements.map(each => [
            each.commissioner,
            `${shortDayInWords(each.signed_on)}, by ${each.signed_for_commissioner} and ${each.signed_for_provider}`,
            <Until agreement={each} today={today} />,
            clauseWords(each.kcsie_clause),
            records && each.commissioner_id === me.organisationId ? (
              <a class="govuk-link" href={`${here}/agreements/${each.id}`}>
                Change
                <span class="govuk-visually-hidden"> the agreement of {each.signed_on}</span>
              </a>
            ) : (
              ''
            ),
          ])}
        />
        <Table
          caption="Audits on which partnerships rely"
          head={['Day', 'By whom', 'Recorded by']}
          empty="No audit is recorded."
          rows={audits.map(each => [dayInWords(each.auditedOn), each.byWhom, each.recordedBy])}
        />
        <ListingTable
          listings={listings}
          endHref={each =>
            records && each.by_organisation === me.organisationId
              ? `${here}/lists/${each.id}`
              : undefined
          }
        />
      </ProviderLayout>
    )
  },
})

const Until = ({ agreement, today }: { agreement: Agreement; today: string }) => {
  if (!agreement.ends_on) return 'No end'
  return (
    <>
      {shortDayInWords(agreement.ends_on)}{' '}
      {agreement.ends_on < today && <Tag tone="red">Ended</Tag>}
    </>
  )
}

const clauseWords = (clause: boolean | null) =>
  clause === null ? 'Not looked up' : clause ? 'Bound to it' : 'Not bound to it'

import { shortDayInWords } from '#domain/london-time.ts'
import { Table } from '#govuk/index.ts'
import type { Listing } from './checks.query.ts'

/** On which lists a provider stands: told because people ask, and worth nothing as assurance. */
export const ListingTable = ({
  listings,
  endHref,
}: {
  listings: readonly Listing[]
  endHref: (listing: Listing) => string | undefined
}) => (
  <>
    <Table
      caption="Local lists and databases"
      firstCellIsHeader
      head={['List', 'Kept by', 'Since', 'Until', 'Recorded by', 'Change']}
      empty="No list is recorded."
      rows={listings.map(each => [
        each.list,
        each.kept_by,
        shortDayInWords(each.since_on),
        each.left_on ? shortDayInWords(each.left_on) : 'On it now',
        each.recordedBy,
        <EndLink listing={each} href={endHref(each)} />,
      ])}
    />
    <p class="govuk-body">
      A list is a place to start. It shows nothing about quality, and takes the place of no
      assessment (rule{' '}
      <a class="govuk-link" href="/rules/QAV-04">
        QAV-04
      </a>
      ).
    </p>
  </>
)

const EndLink = ({ listing, href }: { listing: Listing; href: string | undefined }) =>
  listing.left_on === null && href ? (
    <a class="govuk-link" href={href}>
      No longer on it
      <span class="govuk-visually-hidden">: {listing.list}</span>
    </a>
  ) : null

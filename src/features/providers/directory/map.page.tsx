import { Filter, InsetText, Layout, Table, Tag } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import {
  directory,
  type ListedProvider,
  looksAtAssurance,
  type Position,
  positionsOf,
} from './directory.query.ts'
import { DirectoryFields, directoryTags } from './directory-filter.tsx'
import { DirectoryHeading } from './directory-heading.tsx'
import { assuranceWords, DirectoryQuery, directoryHref, isNarrowed } from './directory-query.ts'
import { type Marked, SiteMap } from './site-map.tsx'

const most = 500

/** Where the sites are, drawn here: no other service learns what is looked for. The list says the same. */
export const directoryMapPage = page({
  path: '/providers/map',
  permission: 'provider.read',
  discloses: 'nothing personal',
  query: DirectoryQuery,
  load: async ({ tx, me, today, query }) => {
    const rows = await directory(tx, { query, me, today }, { limit: most, offset: 0 })
    const byId = new Map(rows.map(row => [row.id, row]))
    const sites = await positionsOf(tx, [...byId.keys()])
    return {
      me,
      query,
      sites: sites.map(site => ({ ...site, listed: byId.get(site.providerId) })),
    }
  },
  view: ({ me, query, sites }) => (
    <Layout title="Map of providers" wide>
      <DirectoryHeading
        me={me}
        shown="map"
        query={query}
        exportHref={directoryHref(query, {}, '/providers/export')}
      />
      <Filter
        action="/providers/map"
        tags={directoryTags(query, '/providers/map')}
        clearHref={isNarrowed(query) ? '/providers/map' : undefined}
        results={
          <Sites sites={sites} assures={looksAtAssurance(me)} narrowed={isNarrowed(query)} />
        }
      >
        <DirectoryFields query={query} assures={looksAtAssurance(me)} />
      </Filter>
    </Layout>
  ),
})

/** A site with what the list says of its provider. */
type Site = Position & { readonly listed: ListedProvider | undefined }

const isPlaced = (site: Site): site is Site & { latitude: number; longitude: number } =>
  site.latitude !== null && site.longitude !== null

function Sites({
  sites,
  assures,
  narrowed,
}: {
  sites: readonly Site[]
  assures: boolean
  narrowed: boolean
}) {
  const placed = sites.filter(isPlaced)
  const unplaced = sites.filter(site => !isPlaced(site))
  const marked: Marked[] = placed.map(site => ({
    ...site,
    mark: assures ? site.listed?.assurance : undefined,
  }))
  return (
    <>
      {placed.length > 0 ? (
        <SiteMap sites={marked} assures={assures} />
      ) : (
        <InsetText>
          {narrowed
            ? 'No site that fits has a position, so there is nothing to draw. Clear the filters to see all.'
            : 'No site has a position yet, so there is nothing to draw. A provider gives it with its site.'}
        </InsetText>
      )}
      <SiteTable caption="Sites on the map" sites={placed} assures={assures} numbered />
      {unplaced.length > 0 && (
        <SiteTable caption="Sites without a position" sites={unplaced} assures={assures} />
      )}
    </>
  )
}

const SiteTable = ({
  caption,
  sites,
  assures,
  numbered = false,
}: {
  caption: string
  sites: readonly Site[]
  assures: boolean
  numbered?: boolean
}) => (
  <Table
    caption={caption}
    head={[
      ...(numbered ? ['Number'] : []),
      'Provider',
      'Site',
      'Address',
      'Free sessions a week',
      ...(assures ? ['Assurance'] : []),
    ]}
    empty="None."
    rows={sites.map((site, n) => [
      ...(numbered ? [String(n + 1)] : []),
      <a class="govuk-link" href={`/providers/${site.providerId}`}>
        {site.provider}
      </a>,
      site.name,
      [site.street, site.town, site.postcode].filter(Boolean).join(', ') || 'Not known',
      String(site.listed?.free ?? 'Not known'),
      ...(assures ? [site.listed ? <AssuranceTag {...site.listed} /> : ''] : []),
    ])}
  />
)

const AssuranceTag = ({ assurance }: Pick<ListedProvider, 'assurance'>) => (
  <Tag tone={assuranceWords[assurance].tone}>{assuranceWords[assurance].word}</Tag>
)

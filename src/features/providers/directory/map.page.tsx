import { Filter, InsetText, Layout, Table } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { DirectoryHeading } from './directory.page.tsx'
import { directory, looksAtAssurance, type Position, positionsOf } from './directory.query.ts'
import { DirectoryFields, directoryTags } from './directory-filter.tsx'
import { DirectoryQuery, isNarrowed } from './directory-query.ts'
import { drawingOf } from './map-points.ts'

const most = 500

/** Where the sites are, drawn here: no other service learns what is looked for. The list says the same. */
export const directoryMapPage = page({
  path: '/providers/map',
  permission: 'provider.read',
  discloses: 'nothing personal',
  query: DirectoryQuery,
  load: async ({ tx, me, today, query }) => {
    const rows = await directory(tx, { query, me, today }, { limit: most, offset: 0 })
    const sites = await positionsOf(
      tx,
      rows.map(({ id }) => id),
    )
    return { me, query, sites }
  },
  view: ({ me, query, sites }) => (
    <Layout title="Map of providers" wide>
      <DirectoryHeading me={me} query={query} shown="map" />
      <Filter
        action="/providers/map"
        tags={directoryTags(query, '/providers/map')}
        clearHref={isNarrowed(query) ? '/providers/map' : undefined}
        results={<Sites sites={sites} />}
      >
        <DirectoryFields query={query} assures={looksAtAssurance(me)} />
      </Filter>
    </Layout>
  ),
})

type Placed = Position & { latitude: number; longitude: number }

function Sites({ sites }: { sites: readonly Position[] }) {
  const placed = sites.filter(
    (site): site is Placed => site.latitude !== null && site.longitude !== null,
  )
  const unplaced = sites.filter(site => site.latitude === null)
  return (
    <>
      {placed.length > 0 ? (
        <Drawing sites={placed} />
      ) : (
        <InsetText>No site that fits has a position, so there is nothing to draw.</InsetText>
      )}
      <SiteTable caption="Sites on the map" sites={placed} numbered />
      {unplaced.length > 0 && <SiteTable caption="Sites without a position" sites={unplaced} />}
    </>
  )
}

const Drawing = ({ sites }: { sites: readonly Placed[] }) => {
  const { width, height, points, scale } = drawingOf(sites)
  return (
    <svg
      class="onroll-map"
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      role="img"
      aria-label={`Map of ${sites.length === 1 ? 'one site' : `${sites.length} sites`}, north at the top. The table below lists them by the same numbers.`}
    >
      <rect width={width} height={height} fill="#f3f2f1" stroke="#b1b4b6" />
      {points.map(({ x, y }, n) => (
        <g>
          <circle cx={x} cy={y} r="13" fill="#1d70b8" stroke="#ffffff" stroke-width="2" />
          <text
            x={x}
            y={y + 5}
            text-anchor="middle"
            font-size="14"
            font-weight="bold"
            fill="#ffffff"
          >
            {n + 1}
          </text>
        </g>
      ))}
      <line
        x1="12"
        x2={12 + scale.length}
        y1={height - 12}
        y2={height - 12}
        stroke="#0b0c0c"
        stroke-width="3"
      />
      <text x="12" y={height - 18} font-size="14" fill="#0b0c0c">
        {scale.kilometres} km
      </text>
    </svg>
  )
}

const SiteTable = ({
  caption,
  sites,
  numbered = false,
}: {
  caption: string
  sites: readonly Position[]
  numbered?: boolean
}) => (
  <Table
    caption={caption}
    head={[...(numbered ? ['Number'] : []), 'Provider', 'Site', 'Address']}
    empty="None."
    rows={sites.map((site, n) => [
      ...(numbered ? [String(n + 1)] : []),
      <a class="govuk-link" href={`/providers/${site.providerId}`}>
        {site.provider}
      </a>,
      site.name,
      [site.street, site.town, site.postcode].filter(Boolean).join(', ') || 'Not known',
    ])}
  />
)

import { type Assurance, assuranceWords } from './directory-query.ts'
import { drawingOf, type Point } from './map-points.ts'

export interface Marked {
  readonly latitude: number
  readonly longitude: number
  readonly provider: string
  readonly name: string
  /** How its provider stands; absent for who does not look at that. */
  readonly mark: Assurance | undefined
}

/** Told apart by form and by colour; white numbers can be read on each. */
const fills: Readonly<Record<Assurance, string>> = {
  'in order': '#00703c',
  gaps: '#8a5300',
  stops: '#aa2a16',
}

/** Sites as numbered marks, north up. It is drawn here, and the table beside it says the same in words. */
export const SiteMap = ({ sites, assures }: { sites: readonly Marked[]; assures: boolean }) => {
  const { width, height, points, scale } = drawingOf(sites)
  return (
    <>
      <svg
        class="onroll-map"
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        role="img"
        aria-label={`Map of ${sites.length === 1 ? 'one site' : `${sites.length} sites`}, north at the top. The table below lists them by the same numbers.`}
      >
        <rect width={width} height={height} fill="#f3f2f1" stroke="#b1b4b6" />
        {points.map((point, n) => (
          <g>
            <title>{`${sites[n]?.provider}, ${sites[n]?.name}`}</title>
            <Mark {...point} mark={sites[n]?.mark} />
            <text
              x={point.x}
              y={point.y + 5}
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
      {assures && <Legend />}
    </>
  )
}

const border = { stroke: '#ffffff', 'stroke-width': '2' } as const

function Mark({ x, y, mark }: Point & { mark: Assurance | undefined }) {
  if (mark === 'stops')
    return <rect x={x - 12} y={y - 12} width="24" height="24" fill={fills.stops} {...border} />
  if (mark === 'gaps')
    return <path d={`M${x} ${y - 17} l17 17 l-17 17 l-17 -17 z`} fill={fills.gaps} {...border} />
  return <circle cx={x} cy={y} r="13" fill={mark ? fills[mark] : '#1d70b8'} {...border} />
}

const forms: Readonly<Record<Assurance, string>> = {
  'in order': 'Circle',
  gaps: 'Diamond',
  stops: 'Square',
}

const Legend = () => (
  <ul class="govuk-list onroll-map__legend">
    {(Object.keys(forms) as Assurance[]).map(mark => (
      <li>
        <svg viewBox="0 0 36 36" width="28" height="28" aria-hidden="true">
          <Mark x={18} y={18} mark={mark} />
        </svg>
        {`${forms[mark]}: ${assuranceWords[mark].word.toLowerCase()}`}
      </li>
    ))}
  </ul>
)

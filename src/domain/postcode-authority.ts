import { countyOfDistrict } from './codes/county-of-district.ts'
import { authorityOfArea } from './codes/local-authority.ts'
import { asPostcode, outwardCode, type Postcode } from './postcode.ts'
import type { RowProblem, Table } from './table.ts'

/** Where a postcode lies. `postcode` is whole, or only its outward code when all of the district lies in one authority. */
export interface PostcodeAuthority {
  readonly postcode: string
  /** Key of `localAuthorities`. */
  readonly authority: string
  /** False when the post office has withdrawn it: right for an old address, doubtful for a new one. */
  readonly inUse: boolean
}

export interface DirectoryReading {
  readonly postcodes: readonly PostcodeAuthority[]
  readonly problems: readonly RowProblem[]
  readonly missingColumns: readonly string[]
}

/**
 * Reads a postcode directory (ONSPD, NSPL, or one postcode area of them) by its headings, which have changed their
 * names over the years: `oslaua`, `laua` and `LAD25CD` are the same column.
 */
export function readPostcodeDirectory(table: Table): DirectoryReading {
  const columns = columnsIn(table.headers)
  const { postcode, district, county, ended } = columns
  const missingColumns = [...(postcode ? [] : ['pcds']), ...(district ? [] : ['oslaua'])]
  const [postcodes, problems]: [PostcodeAuthority[], RowProblem[]] = [[], []]
  if (!postcode || !district) return { postcodes, problems, missingColumns }
  for (const { number, cells } of table.rows) {
    const code = asPostcode(cells[postcode] ?? '')
    const area = areaOf(cells[district] ?? '', county ? (cells[county] ?? '') : '')
    const authority = authorityOfArea(area)
    if (!code) problems.push({ row: number, problem: `“${cells[postcode]}” is not a postcode` })
    else if (authority)
      postcodes.push({
        postcode: code,
        authority: authority.key,
        inUse: !ended || cells[ended] === '',
      })
    else if (!isElsewhere(area))
      problems.push({ row: number, problem: `No authority is known for the area “${area}”` })
  }
  return { postcodes, problems, missingColumns }
}

/** The heading of a directory is one that is read: the other fifty need not be kept. */
export const isDirectoryColumn = (heading: string): boolean =>
  Object.values(patterns).some(pattern => pattern.test(heading))

/**
 * The rows with each district that lies in one authority said once, by its outward code: a county's table is then
 * hundreds of rows and not tens of thousands.
 */
export function byDistrictWherePossible(
  postcodes: readonly PostcodeAuthority[],
): PostcodeAuthority[] {
  const districts = Map.groupBy(postcodes, one => outwardCode(one.postcode as Postcode))
  return [...districts].flatMap(([outward, within]) => {
    const [first] = within
    const together = within.every(one => one.authority === first?.authority && one.inUse)
    return first && together ? [{ ...first, postcode: outward }] : within
  })
}

/** The keys under which to look a postcode up, the surest first. */
export const lookupKeys = (postcode: Postcode): [whole: string, outward: string] => [
  postcode,
  outwardCode(postcode),
]

const patterns = {
  postcode: /^(pcds|pcd)$/i,
  district: /^(oslaua|laua|lad\d\dcd)$/i,
  county: /^(oscty|cty|cty\d\dcd)$/i,
  ended: /^doterm$/i,
}

function columnsIn(headers: readonly string[]) {
  const find = (pattern: RegExp) => headers.find(header => pattern.test(header))
  return {
    // `pcds` has its one space; `pcd` is the same postcode padded to seven signs.
    postcode: headers.find(header => /^pcds$/i.test(header)) ?? find(patterns.postcode),
    district: find(patterns.district),
    county: find(patterns.county),
    ended: find(patterns.ended),
  }
}

// Where there are two tiers education is the county's: its code where the file has one, else the one that the
// district lies in. `E99999999` says that there is no county.
const areaOf = (district: string, county: string) =>
  /^[EZ]10/.test(county) ? county : (countyOfDistrict(district) ?? district)

// Wales, Scotland, Northern Ireland, Isle of Man, Channel Islands, and postcodes that lie nowhere.
const isElsewhere = (area: string) => /^[WSNLM]|^$|^E99999999$/.test(area)

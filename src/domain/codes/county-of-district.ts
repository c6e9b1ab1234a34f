// Districts of the counties that have two tiers, as runs of the last three figures of their codes (E07000…).
const runs: Readonly<Record<string, readonly (readonly [from: number, to: number])[]>> = {
  E10000002: [[4, 7]],
  E10000003: [[8, 12]],
  E10000006: [[26, 31]],
  E10000007: [[32, 39]],
  E10000008: [[40, 47]],
  E10000011: [[61, 65]],
  E10000012: [[66, 77]],
  E10000013: [[78, 83]],
  E10000014: [[84, 94]],
  E10000015: [
    [95, 104],
    [240, 243],
  ],
  E10000016: [[105, 116]],
  E10000017: [[117, 128]],
  E10000018: [[129, 135]],
  E10000019: [[136, 142]],
  E10000020: [[143, 149]],
  E10000021: [[150, 156]],
  E10000023: [[163, 169]],
  E10000024: [[170, 176]],
  E10000025: [[177, 181]],
  E10000027: [
    [187, 191],
    [246, 246],
  ],
  E10000028: [[192, 199]],
  E10000029: [
    [200, 206],
    [244, 245],
  ],
  E10000030: [[207, 217]],
  E10000031: [[218, 222]],
  E10000032: [[223, 229]],
  E10000034: [[234, 239]],
}

const countyOf = new Map(
  Object.entries(runs).flatMap(([county, pairs]) =>
    pairs.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, place) => [from + place, county] as const),
    ),
  ),
)

/** The county that has the duties for education in that district; undefined when it is no district of two tiers. */
export const countyOfDistrict = (area: string): string | undefined =>
  /^E07000\d{3}$/.test(area) ? countyOf.get(Number(area.slice(-3))) : undefined

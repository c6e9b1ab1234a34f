/**
 * The invented county of the demonstration. There is no Fennshire, no authority 999, no URN that starts with 99 and no
 * postcode area ZZ; its schools and partnerships are invented too.
 */
export const county = { number: '999', key: 'fennshire', name: 'Fennshire' }

export interface SamplePartnership {
  readonly code: string
  readonly name: string
  readonly district: string
  readonly town: string
  /** Outward code of every address in its district. */
  readonly outward: string
}

export const partnerships = [
  {
    code: 'HBEP',
    name: 'Harbury and Bosmere Education Partnership',
    district: 'Harbury and Bosmere',
    town: 'Harbury Fenn',
    outward: 'ZZ1',
  },
  {
    code: 'NWLLIP',
    name: 'North Wold Learning and Inclusion Partnership',
    district: 'North Wold',
    town: 'Woldcastle Fenn',
    outward: 'ZZ2',
  },
  {
    code: 'SFIP',
    name: 'South Fenn Inclusion Partnership',
    district: 'South Fenn',
    town: 'Lower Eelpound',
    outward: 'ZZ3',
  },
  {
    code: 'MEEP',
    name: 'Mereside and Eastings Education Partnership',
    district: 'Mereside and Eastings',
    town: 'Great Dapplemere',
    outward: 'ZZ4',
  },
  {
    code: 'TVBP',
    name: 'Tarn Valley Behaviour Partnership',
    district: 'Tarn Valley',
    town: 'Tarnbeck Fenn',
    outward: 'ZZ5',
  },
] as const satisfies readonly SamplePartnership[]
export type PartnershipCode = (typeof partnerships)[number]['code']

/** A school: its partnership or the district it lies in, its name, the register's type, and its ages. */
export type SampleSchool = readonly [
  district: PartnershipCode,
  name: string,
  type: string,
  ages: readonly [low: number, high: number],
]

/** The 46 secondary schools. Each is a member of the partnership of its district. */
export const secondarySchools: readonly SampleSchool[] = [
  ['HBEP', 'Amberwick Academy', '34', [11, 16]],
  ['HBEP', 'Bosmere High School', '34', [11, 18]],
  ['HBEP', 'Bramblehythe Community School', '01', [11, 16]],
  ['HBEP', 'Candlewick College', '34', [11, 16]],
  ['HBEP', 'Dewpond Academy', '28', [11, 16]],
  ['HBEP', 'Harbury Fenn High School', '34', [11, 16]],
  ['HBEP', 'Inkcap Wood Academy', '34', [11, 16]],
  ['HBEP', 'Larkspur Lane Academy', '28', [11, 16]],
  ['HBEP', 'Quillby School', '35', [11, 16]],
  ['HBEP', 'St Zoë’s Catholic Academy', '34', [11, 16]],
  ['HBEP', 'Thistledown Academy', '34', [11, 16]],
  ['HBEP', 'Harbury Fenn Studio School', '41', [14, 19]],
  ['NWLLIP', 'Copperkettle Academy', '34', [11, 16]],
  ['NWLLIP', 'Farthingale School', '05', [11, 16]],
  ['NWLLIP', 'Greenlantern Academy', '28', [11, 16]],
  ['NWLLIP', 'Hobbin’s Hill Academy', '34', [11, 18]],
  ['NWLLIP', 'Moonpenny High School', '34', [11, 16]],
  ['NWLLIP', 'St Osyric’s Church of England School', '02', [11, 16]],
  ['NWLLIP', 'Woldcastle Fenn Academy', '34', [11, 18]],
  ['NWLLIP', 'Woldcastle Fenn Technical College', '40', [14, 19]],
  ['SFIP', 'Bellrope Academy', '34', [11, 16]],
  ['SFIP', 'Cinderpath School', '01', [11, 16]],
  ['SFIP', 'Duckweed Drove Academy', '28', [11, 16]],
  ['SFIP', 'Eelpound High School', '34', [11, 16]],
  ['SFIP', 'Feathersedge Academy', '34', [11, 18]],
  ['SFIP', 'Kingcup College', '34', [11, 18]],
  ['SFIP', 'Lanternfen Academy', '35', [11, 16]],
  ['SFIP', 'Mudlark Academy', '28', [11, 16]],
  ['SFIP', 'Our Lady of the Sluices Catholic School', '02', [11, 16]],
  ['SFIP', 'Withyholt School', '05', [11, 16]],
  ['MEEP', 'Appletoft Academy', '34', [11, 16]],
  ['MEEP', 'Dapplemere School', '34', [11, 18]],
  ['MEEP', 'Eastings Bank Academy', '28', [11, 16]],
  ['MEEP', 'Gosling Mere High School', '34', [11, 16]],
  ['MEEP', 'Heronshaw Community College', '01', [11, 18]],
  ['MEEP', 'Marrowfat Academy', '34', [11, 16]],
  ['MEEP', 'Periwinkle Park Academy', '35', [11, 16]],
  ['MEEP', 'Saltbarrow School', '03', [11, 16]],
  ['MEEP', 'Whistlewater Academy', '34', [11, 16]],
  ['TVBP', 'Barleybeck Academy', '34', [11, 16]],
  ['TVBP', 'Crookwell Tarn School', '05', [11, 16]],
  ['TVBP', 'Flintcomb Academy', '34', [11, 16]],
  ['TVBP', 'Gingerthwaite High School', '34', [11, 18]],
  ['TVBP', 'Pebbleghyll Academy', '28', [11, 16]],
  ['TVBP', 'Tarnbeck Fenn Academy', '34', [11, 18]],
  ['TVBP', 'Tarn Valley University Technical College', '40', [14, 19]],
]

/** The others: two special schools, an alternative provision academy and three primaries. None is a member. */
export const otherSchools: readonly SampleSchool[] = [
  ['HBEP', 'Lapwing Field Special School', '07', [4, 19]],
  ['SFIP', 'Reedmace Academy', '44', [11, 19]],
  ['MEEP', 'The Stepping Stones Academy', '42', [11, 16]],
  ['HBEP', 'Acorncup Primary School', '01', [4, 11]],
  ['NWLLIP', 'Tinderbox Primary Academy', '34', [4, 11]],
  ['TVBP', 'Puddlegate Church of England Primary School', '03', [5, 11]],
]

/** A school that closed when it became `Amberwick Academy`, as the register keeps them. */
export const closedSchool: SampleSchool = ['HBEP', 'Amberwick Community School', '01', [11, 16]]

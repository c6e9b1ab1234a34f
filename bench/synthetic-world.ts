import { addDays, isoDate } from '#domain/dates.ts'
import { appendixTwo } from '#rules/data/documents.ts'
import type { Facts, Placement, Provider, Pupil, School } from '#rules/facts.ts'

/** An invented county of that many placements: about 15 to a provider, and as many pupils again without one. */
export function syntheticWorld(placements: number): Facts {
  const providerCount = Math.max(1, Math.ceil(placements / 15))
  const schoolCount = Math.max(4, Math.ceil(placements / 60))
  const schools = count(schoolCount).map(schoolOf)
  const commissioners = count(schoolCount).map(n => (n % 3 ? `school-${n}` : partnerships[n % 5]))
  return {
    asOf: '2026-11-21',
    authority: 'leicestershire',
    calendar: {
      terms: [
        { start: isoDate('2026-09-02'), end: isoDate('2026-10-16') },
        { start: isoDate('2026-10-26'), end: isoDate('2026-12-18') },
        { start: isoDate('2027-01-04'), end: isoDate('2027-03-25') },
        { start: isoDate('2027-04-12'), end: isoDate('2027-07-16') },
      ],
      closures: [isoDate('2026-11-27')],
    },
    partnerships: partnerships.map(id => ({ id })),
    schools,
    providers: count(providerCount).map(n => providerOf(n, commissioners)),
    pupils: count(placements * 2).map(n => pupilOf(n, schoolCount)),
    referrals: count(Math.ceil(placements / 4)).map(n => ({
      id: `referral-${n}`,
      pupil: `pupil-${n * 2}`,
      referredBy: { type: 'school', id: `school-${(n * 2) % schoolCount}` },
      referredDate: isoDate('2026-11-02'),
    })),
    placements: count(placements).map(n => placementOf(n, providerCount, commissioners)),
  }
}

const partnerships = ['east', 'west', 'north', 'south', 'centre'] as const
const count = (n: number): number[] => Array.from({ length: n }, (_, index) => index)
const day = isoDate('2026-09-07')

const schoolOf = (n: number): School => ({
  id: `school-${n}`,
  type: n % 4 ? 'academy' : 'maintained',
  statutoryHighAge: 16,
  hoursPerWeek: 25,
  memberships: [{ partnership: partnerships[n % 5] ?? 'east', from: isoDate('2020-09-01') }],
})

const pupilOf = (n: number, schools: number): Pupil => ({
  id: `pupil-${n}`,
  birthDate: addDays(isoDate('2010-09-01'), n % 1500),
  yearGroup: 7 + (n % 5),
  homeAuthority: n % 20 ? 'leicestershire' : 'leicester-city',
  homeArea: partnerships[n % 5] ?? 'east',
  rolls: [{ school: `school-${n % schools}`, from: isoDate('2024-09-02') }],
  send: { status: n % 10 ? 'none' : 'ehcp', ehcpAuthority: 'leicestershire', topUps: [] },
  care: n % 12 ? { status: 'never-looked-after' } : lookedAfter,
  parents: [{ id: `parent-${n}`, parentalResponsibility: true }],
  schoolHoursPerWeek: 13,
  schoolSubjects: ['english', 'maths', 'science'],
})
const lookedAfter = {
  status: 'looked-after',
  authority: 'leicestershire',
  from: isoDate('2025-02-01'),
} as const

function providerOf(n: number, commissioners: readonly (string | undefined)[]): Provider {
  const known = [0, 1, 2].map(k => commissioners[(n + k) % commissioners.length] ?? 'east')
  const sightings = known.map(commissioner => ({ commissioner, date: day, seen: true }))
  return {
    id: `provider-${n}`,
    kind: 'non-school',
    legalForm: 'company',
    employsAnyone: true,
    curriculumBreadth: 'narrow',
    people: [0, 1, 2, 3].map(k => ({
      id: `person-${n}-${k}`,
      role:
        (['safeguarding-lead', 'deputy-safeguarding-lead', 'staff', 'staff'] as const)[k] ??
        'staff',
      inSeniorLeadership: k === 0,
      safeguardingTraining: [{ date: day, trainer: 'county' }],
    })),
    insurance: (['employers-liability', 'public-liability', 'professional-indemnity'] as const).map(
      kind => ({
        id: `${kind}-${n}`,
        kind,
        amountPence: 1_000_000_000,
        expires: isoDate('2027-06-30'),
      }),
    ),
    evidence: appendixTwo.map(({ id }) => ({
      id: `${id}-${n}`,
      document: id,
      expires: isoDate('2027-06-30'),
      sightings,
    })),
    commissionerChecks: known.map(commissioner => ({
      commissioner,
      registrationCheckedDate: day,
      staffCheckedDate: day,
    })),
    agreements: known.map((commissioner, k) => ({
      id: `agreement-${n}-${k}`,
      commissioner,
      signedDate: isoDate('2026-07-01'),
      kcsieClause: true,
    })),
    assessments: known.map((commissioner, k) => ({
      id: `assessment-${n}-${k}`,
      commissioner,
      date: isoDate('2026-05-01'),
      insuranceChecked: true,
    })),
  }
}

const placementOf = (
  n: number,
  providers: number,
  commissioners: readonly (string | undefined)[],
): Placement => ({
  id: `placement-${n}`,
  pupil: `pupil-${n}`,
  provider: `provider-${n % providers}`,
  commissioners: [commissioners[((n % providers) + (n % 3)) % commissioners.length] ?? 'east'],
  start: day,
  end: isoDate('2027-07-16'),
  purpose: 'Re-engagement through practical learning',
  needCategory: 'behaviour',
  timetable: [
    { weekday: 'monday', start: '09:30', end: '15:30' },
    { weekday: 'tuesday', start: '09:30', end: '15:30' },
  ],
  attendanceCode: 'B',
  supervised: true,
  subjects: ['english', 'maths', 'science'],
  plan: {
    objectives: ['Attend every session for four weeks'],
    timeframe: 'Autumn and spring terms',
    assessmentArrangements: 'Weekly record',
    baseline: 'Attendance 61%',
    providerAgreedDate: isoDate('2026-09-03'),
    homeSchoolLink: 'Head of year',
  },
  reviews: [{ date: isoDate('2026-12-10') }],
  contacts: [{ date: isoDate('2026-11-19'), kind: 'call' }],
})

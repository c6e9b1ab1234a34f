import { workedFacts } from './worked-facts.ts'

const fixtures = [
  'base',
  'rates-2026-27',
  'rates-2027-28',
  'five-substantial',
  'good-provider',
  'second-provider',
  'third-provider',
  'non-member',
  'exclusion',
  'exclusion-by-non-member',
]

/** One world in which every record and nearly every field of provision, evidence and money is filled. */
export const everythingAtOnce = () =>
  workedFacts(fixtures, {
    asOf: '2027-02-01',
    policy: { fullTimeHoursPerWeek: 25, countBreaks: false, schoolYearStart: '09-01' },
    partnerships: [
      {
        id: 'hbep',
        chargePolicies: [{ from: '2026-04-01', to: '2027-03-31', flatPence: 250_000 }],
      },
    ],
    schools: [
      { id: 'h01', planningCallDate: '2027-02-02' },
      { id: 'x01', memorandumSignedDate: '2019-09-02', bindingCostAgreementDate: '2026-12-01' },
    ],
    providers: [
      {
        id: 'forge',
        advertised: { hoursPerWeek: 25, places: 6 },
        noEmployeesDeclarationDate: '2026-09-01',
        onLocalList: true,
        assessments: [
          {
            id: 'forge-as-h02',
            sharedWith: ['hbep'],
            adoptions: [{ commissioner: 'h01', date: '2026-10-01' }],
          },
        ],
      },
    ],
    pupils: [
      {
        id: 'p1',
        care: { status: 'looked-after', authority: 'leicestershire', from: '2026-11-09' },
        send: { status: 'ehcp', ehcpAuthority: 'leicestershire' },
        medicalException: { recordedDate: '2026-10-30', reviewDate: '2027-03-01' },
        rolls: [{ school: 'h01', from: '2024-09-02' }],
      },
    ],
    placements: [
      { id: 'pl1', commissioners: ['h01'], plan: { ehcpLinked: true, reintegration: {} } },
      { id: 'pl2', closure: { closedDate: '2027-01-29', progress: 'Good' } },
      {
        id: 'pl6',
        pupil: 'p2',
        provider: 'harbour',
        commissioners: ['leicestershire'],
        start: '2027-02-08',
        timetable: [
          { weekday: 'friday', session: 'morning', hours: 3.5 },
          { weekday: 'monday', start: '09:00', end: '15:00', breakMinutes: 30 },
        ],
      },
    ],
    substantialPlans: [
      {
        id: 'sp1',
        pupil: 'p3',
        provider: 'forge',
        start: '2026-10-26',
        writtenDate: '2026-10-23',
        schoolAgreedDate: '2026-10-23',
        parentAgreements: [{ person: 'p3-mother', agreed: true }],
        reviewDate: '2026-12-18',
        endDate: '2027-02-01',
        providerCopyAcknowledgedDate: '2026-10-26',
      },
    ],
    questionnaires: [
      {
        id: 'q1',
        pupil: 'p1',
        provider: 'forge',
        commissioner: 'h01',
        answers: { '1': 'An answer' },
        saysRegistered: true,
        returnedDate: '2027-01-11',
        evidenceRequestedDate: '2027-01-18',
        evidenceSuppliedDate: '2027-02-02',
      },
    ],
    exclusions: [
      {
        id: 'x1',
        financialAdjustmentPence: 400_000,
        pupilPremiumPence: 107_500,
        admittedElsewhereDate: '2027-01-11',
        governorsUpheldDate: '2026-12-02',
        seniorOfficerDiscussionDate: '2027-01-25',
        provisionCost: { pencePerSchoolWeek: 51_200, from: '2026-11-17', to: '2027-07-16' },
      },
    ],
    programmes: [
      {
        id: 'pr1',
        pupil: 'p2',
        school: 'h01',
        partnership: 'hbep',
        tier: 4,
        start: '2027-01-04',
        end: '2027-07-16',
        decidedDate: '2026-12-14',
      },
    ],
    invoices: [
      {
        id: 'i1',
        kind: 'contribution',
        school: 'h01',
        programme: 'pr1',
        amountPence: 343_269,
        paidPence: 300_000,
        sentDate: '2027-01-11',
        dueDate: '2027-01-25',
        proRataMethod: 'complete-weeks-52',
      },
      {
        id: 'i2',
        kind: 'statutory-adjustment',
        school: 'x01',
        exclusion: 'x1',
        amountPence: 237_500,
        paidPence: 0,
        sentDate: '2027-01-18',
        dueDate: '2027-01-31',
        relevantDateBasis: 'sixth-school-day',
      },
      { id: 'i3', kind: 'full-cost', school: 'h01', programme: 'pr1', amountPence: 1_700_000 },
    ],
    costShares: [
      {
        id: 'cs1',
        totalPence: 1_800_001,
        shares: [
          { partnership: 'hbep', percent: 33.3, agreedDate: '2027-01-04' },
          { partnership: 'nwllip', percent: 66.7, agreedDate: '2027-01-04' },
        ],
      },
    ],
    removals: [
      { id: 'rm1', pupil: 'p2', school: 'h01', ground: 'moved-away', deletionDate: '2027-01-29' },
    ],
  })

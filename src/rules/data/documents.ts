/**
 * What a provider shows before a pupil starts: the 25 documents of Appendix 2 of the Virtual School
 * pack, and one more that only its covering letter asks for. Each commissioner sees them for itself.
 */
export type EvidenceDocument = {
  id: string
  title: string
  /** The number or condition that the pack itself sets; absent when it only names the document. */
  minimum?: string
  appliesTo: string
  /** The day that makes the document old. */
  current: string
  source: 'appendix-2' | 'letter'
  /** Line of the Virtual School pack. */
  line: number
}

const everyone = 'Every provider'
const premises = 'Providers with premises of their own'
const policyReview = 'Until the review date of the policy'

const policy = (
  id: string,
  line: number,
  title: string,
  appliesTo = everyone,
): EvidenceDocument => ({
  id,
  title,
  appliesTo,
  current: policyReview,
  source: 'appendix-2',
  line,
})

export const appendixTwo: readonly EvidenceDocument[] = [
  {
    ...policy('DOC-01', 81, 'Employers’ liability insurance certificate'),
    minimum: 'At least £5 million of cover',
    appliesTo: 'Providers that employ or supervise anyone',
    current: 'Until the policy ends',
  },
  {
    ...policy('DOC-02', 84, 'Public liability insurance certificate'),
    minimum: 'At least £2 million of cover',
    current: 'Until the policy ends',
  },
  policy('DOC-03', 87, 'Policy on driving, trips and visits', 'Providers that take pupils out'),
  policy('DOC-04', 90, 'Health and safety policy'),
  { ...policy('DOC-05', 93, 'A worked risk assessment'), current: 'Until its review date' },
  policy('DOC-06', 96, 'First aid policy'),
  policy('DOC-07', 99, 'Recruitment and selection that keeps children safe'),
  {
    ...policy('DOC-08', 102, 'Single central record of staff, checks, references and volunteers'),
    minimum: 'Everyone in regulated activity, with the number of staff and of first-aiders',
    current: 'A living record: look again at each visit',
  },
  {
    ...policy('DOC-09', 105, 'Portable appliance test certificate', premises),
    current: 'Until the retest date on the certificate',
  },
  { ...policy('DOC-10', 108, 'Fire risk assessment', premises), current: 'Until its review date' },
  policy('DOC-11', 111, 'Fire policy', premises),
  {
    ...policy('DOC-12', 114, 'Safeguarding policy and child protection procedures'),
    minimum: 'Agreed by whoever governs the provision',
    current: 'A year: each edition of Keeping Children Safe in Education asks for a new look',
  },
  {
    ...policy('DOC-13', 117, 'Eight safeguarding procedures'),
    minimum: 'All eight procedures',
  },
  {
    ...policy('DOC-14', 120, 'Safeguarding lead and deputies'),
    minimum: 'A lead in the senior team and at least one named deputy',
    current: 'While the training of the people named is in date',
  },
  policy('DOC-15', 123, 'Staff behaviour policy or code of conduct'),
  {
    ...policy('DOC-16', 126, 'Safeguarding training of staff, governors and volunteers'),
    minimum: 'Everyone trained at the level of their work',
    current: 'While the training is in date',
  },
  policy('DOC-17', 129, 'Equality and diversity policy'),
  {
    ...policy('DOC-18', 132, 'Service level agreement'),
    minimum: 'One for each commissioner',
    current: 'Until the agreement ends',
  },
  policy('DOC-19', 135, 'Data protection policy'),
  policy('DOC-20', 138, 'Attendance policy for learners'),
  policy('DOC-21', 141, 'Policy on the use of mobile phones'),
  policy(
    'DOC-22',
    144,
    'Policy on subcontractors and off-site provision',
    'Providers that subcontract or work off site',
  ),
  policy('DOC-23', 147, 'Behaviour policy'),
  policy('DOC-24', 150, 'Online safety policy'),
  policy('DOC-25', 153, 'Anti-bullying policy'),
]

/** Asked for in the covering letter of the pack, and missing from its Appendix 2. */
export const letterOnly: EvidenceDocument = {
  id: 'DOC-26',
  title: 'Professional indemnity insurance certificate',
  minimum: 'At least £2 million of cover, as the Council’s guide',
  appliesTo: everyone,
  current: 'Until the policy ends',
  source: 'letter',
  line: 8,
}

/** DOC-13 counts as seen only when it holds all of these. */
export const safeguardingProcedures = [
  { id: 'allegations', title: 'allegations against staff' },
  { id: 'physical-intervention', title: 'physical intervention' },
  { id: 'behaviour', title: 'pupil behaviour' },
  { id: 'attendance', title: 'attendance' },
  { id: 'online-safety', title: 'online safety' },
  { id: 'substance-misuse', title: 'substance misuse' },
  { id: 'anti-bullying', title: 'anti-bullying' },
  { id: 'child-sexual-exploitation', title: 'child sexual exploitation' },
] as const

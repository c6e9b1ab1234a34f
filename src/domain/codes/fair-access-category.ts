import { codeList, type KeyOf } from './code-list.ts'

/**
 * Who may be placed under a Fair Access Protocol: School Admissions Code 2021, paragraph 3.17 (a) to (m), in force
 * from 1 September 2021. `evidence` is what Admissions is asked to attach.
 */
export const fairAccessCategories = codeList([
  {
    key: 'child-in-need-or-protection-plan',
    letter: 'a',
    name: 'Child in need plan or child protection plan, now or in the last 12 months',
    evidence: 'The plan’s dates and the social worker’s name',
    from: '2021-09-01',
  },
  {
    key: 'refuge',
    letter: 'b',
    name: 'Living in a refuge or other relevant accommodation',
    evidence: 'Word from the refuge or housing officer. Do not attach or write the address',
    from: '2021-09-01',
  },
  {
    key: 'criminal-justice',
    letter: 'c',
    name: 'From the criminal justice system',
    evidence: 'The youth justice worker’s name and the kind of order',
    from: '2021-09-01',
  },
  {
    key: 'reintegration-from-alternative-provision',
    letter: 'd',
    name: 'In alternative provision and to be reintegrated, or permanently excluded but suitable for mainstream',
    evidence: 'The provider’s report, or the exclusion and why mainstream is suitable',
    from: '2021-09-01',
  },
  {
    key: 'sen-without-ehcp',
    letter: 'e',
    name: 'Special educational needs without an EHCP, a disability or a medical condition',
    evidence: 'The need and the support given, or the medical letter',
    from: '2021-09-01',
  },
  {
    key: 'carer',
    letter: 'f',
    name: 'A carer',
    evidence: 'Whom the child cares for, and who confirms it',
    from: '2021-09-01',
  },
  {
    key: 'homeless',
    letter: 'g',
    name: 'Homeless',
    evidence: 'Word from the housing authority',
    from: '2021-09-01',
  },
  {
    key: 'kinship-care',
    letter: 'h',
    name: 'In a formal kinship care arrangement',
    evidence: 'The order or arrangement and its date',
    from: '2021-09-01',
  },
  {
    key: 'traveller-refugee-or-asylum-seeker',
    letter: 'i',
    name: 'Of, or a child of, Gypsies, Roma, Travellers, refugees or asylum seekers',
    evidence: 'What the family says, or the papers they choose to show',
    from: '2021-09-01',
  },
  {
    key: 'refused-for-behaviour',
    letter: 'j',
    name: 'Refused a place because of challenging behaviour (paragraph 3.10)',
    evidence: 'The school’s refusal, its date and its reasons',
    from: '2021-09-01',
  },
  {
    key: 'exceptional-circumstances',
    letter: 'k',
    name: 'A place has not been sought, because of exceptional circumstances',
    evidence: 'What the circumstances were',
    from: '2021-09-01',
  },
  {
    key: 'out-of-education-four-weeks',
    letter: 'l',
    name: 'Out of education for four weeks or more, with no place within a reasonable distance',
    evidence: 'The last day in education, and the schools that were asked',
    from: '2021-09-01',
  },
  {
    key: 'previously-looked-after',
    letter: 'm',
    name: 'Previously looked after, and the authority could not promptly secure a place',
    evidence: 'The order that ended care, and the schools that were asked',
    from: '2021-09-01',
  },
])
export type FairAccessCategory = KeyOf<typeof fairAccessCategories>

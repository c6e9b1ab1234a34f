import type { ImportField } from '#platform/spreadsheet/match-columns.ts'

/** What a school’s list of children can fill, with the headings that schools’ systems give it. */
export const childFields = [
  { key: 'upn', name: 'UPN', alsoCalled: ['Unique Pupil Number', 'UPN number'] },
  {
    key: 'forename',
    name: 'Forename',
    alsoCalled: ['First name', 'Legal forename', 'Legal first name', 'Given name'],
  },
  {
    key: 'surname',
    name: 'Surname',
    alsoCalled: ['Last name', 'Legal surname', 'Legal last name', 'Family name'],
  },
  {
    key: 'name',
    name: 'Full name',
    alsoCalled: ['Name', 'Pupil name', 'Student name', 'Legal name'],
  },
  {
    key: 'preferredForename',
    name: 'Preferred forename',
    alsoCalled: ['Preferred first name', 'Chosen forename', 'Known as'],
  },
  {
    key: 'preferredSurname',
    name: 'Preferred surname',
    alsoCalled: ['Preferred last name', 'Chosen surname'],
  },
  {
    key: 'birthDate',
    name: 'Date of birth',
    alsoCalled: ['DOB', 'Birth date', 'Birthday', 'D.O.B.'],
  },
  { key: 'sex', name: 'Sex', alsoCalled: ['Gender', 'Legal sex'] },
  {
    key: 'yearGroup',
    name: 'Year group',
    alsoCalled: ['Year', 'NC year', 'NCY', 'National curriculum year', 'Year taught in'],
  },
  {
    key: 'enrolledOn',
    name: 'First day on roll',
    alsoCalled: [
      'Date of admission',
      'Admission date',
      'Entry date',
      'Date of entry',
      'Enrolment date',
      'Start date',
    ],
  },
  {
    key: 'registration',
    name: 'Registration',
    alsoCalled: ['Enrolment status', 'Enrol status', 'Registration type', 'Roll status'],
  },
  {
    key: 'school',
    name: 'School',
    alsoCalled: ['URN', 'School URN', 'School name', 'LAESTAB', 'DfE number', 'Estab'],
  },
  {
    key: 'street',
    name: 'Street',
    alsoCalled: ['Address', 'Home address', 'Address line 1', 'Address 1', 'House and street'],
  },
  { key: 'town', name: 'Town', alsoCalled: ['Post town', 'City', 'Town or city', 'Village'] },
  { key: 'postcode', name: 'Postcode', alsoCalled: ['Post code', 'Home postcode'] },
  {
    key: 'specialNeeds',
    name: 'SEN status',
    alsoCalled: ['SEN provision', 'SEND status', 'SEN stage', 'SEN', 'SEND'],
  },
  {
    key: 'primaryNeed',
    name: 'Primary need',
    alsoCalled: ['SEN need type', 'SEN type', 'SEN primary need', 'Need type'],
  },
  {
    key: 'ehcpAuthority',
    name: 'Authority that maintains the EHCP',
    alsoCalled: ['EHCP authority', 'Maintaining authority', 'EHCP LA'],
  },
  {
    key: 'lookedAfter',
    name: 'Looked after',
    alsoCalled: ['In care', 'In LA care', 'Looked after child', 'LAC', 'CLA', 'CiC'],
  },
  {
    key: 'careAuthority',
    name: 'Authority that looks after the child',
    alsoCalled: ['Caring authority', 'Care authority', 'Looked after by'],
  },
  {
    key: 'ethnicity',
    name: 'Ethnicity',
    alsoCalled: ['Ethnic origin', 'Ethnic code', 'Ethnicity code'],
  },
  {
    key: 'firstLanguage',
    name: 'First language',
    alsoCalled: ['Home language', 'Language', 'Mother tongue'],
  },
  {
    key: 'freeSchoolMeals',
    name: 'Free school meals',
    alsoCalled: ['FSM', 'FSM eligible', 'Eligible for free meals', 'Eligible for FSM'],
  },
  { key: 'youngCarer', name: 'Young carer' },
  { key: 'uln', name: 'ULN', alsoCalled: ['Unique Learner Number'] },
  {
    key: 'contact1Name',
    name: 'Contact 1 name',
    alsoCalled: [
      'Contact 1',
      'Parent 1 name',
      'Parent 1',
      'Parent or carer',
      'Contact name',
      'Priority contact',
    ],
  },
  {
    key: 'contact1Relationship',
    name: 'Contact 1 relationship',
    alsoCalled: ['Relationship', 'Parent 1 relationship'],
  },
  {
    key: 'contact1Responsibility',
    name: 'Contact 1 parental responsibility',
    alsoCalled: ['Parental responsibility', 'Contact 1 PR', 'PR'],
  },
  {
    key: 'contact1Telephone',
    name: 'Contact 1 telephone',
    alsoCalled: ['Contact 1 phone', 'Telephone', 'Phone', 'Mobile', 'Home phone', 'Parent 1 phone'],
  },
  {
    key: 'contact1Email',
    name: 'Contact 1 email',
    alsoCalled: ['Email', 'E-mail', 'Parent email', 'Parent 1 email'],
  },
  {
    key: 'contact2Name',
    name: 'Contact 2 name',
    alsoCalled: ['Contact 2', 'Parent 2 name', 'Parent 2'],
  },
  {
    key: 'contact2Relationship',
    name: 'Contact 2 relationship',
    alsoCalled: ['Parent 2 relationship'],
  },
  {
    key: 'contact2Responsibility',
    name: 'Contact 2 parental responsibility',
    alsoCalled: ['Contact 2 PR'],
  },
  {
    key: 'contact2Telephone',
    name: 'Contact 2 telephone',
    alsoCalled: ['Contact 2 phone', 'Parent 2 phone'],
  },
  { key: 'contact2Email', name: 'Contact 2 email', alsoCalled: ['Parent 2 email'] },
] as const satisfies readonly ImportField[]
export type ChildField = (typeof childFields)[number]['key']

/** Nothing of these is ever taken from a file for a child whose address is protected. */
export const whereabouts: readonly ChildField[] = [
  'street',
  'town',
  'postcode',
  'contact1Telephone',
  'contact1Email',
  'contact2Telephone',
  'contact2Email',
  'contact1Name',
  'contact1Relationship',
  'contact1Responsibility',
  'contact2Name',
  'contact2Relationship',
  'contact2Responsibility',
]

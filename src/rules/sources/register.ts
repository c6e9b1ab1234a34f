import { isoDate } from '#domain/dates.ts'
import type { SourceDocument } from '../sources.ts'

const registerRegulations = isoDate('2024-08-19')

export const deletionGrounds: SourceDocument = {
  id: 'S-REG9',
  title: 'School Attendance (Pupil Registration) (England) Regulations 2024, regulation 9',
  standing: 'law',
  inForceFrom: registerRegulations,
  address: 'legislation.gov.uk, SI 2024/208; list of grounds at forms.torbay.gov.uk',
  readAs: 'secondary source',
}

export const twentyDayGround: SourceDocument = {
  id: 'S-REG9I',
  title: 'The 20-day rule explained: regulation 9(1)(i)',
  standing: 'law',
  inForceFrom: registerRegulations,
  address: 'Browne Jacobson in localgovernmentlawyer.co.uk',
  readAs: 'secondary source',
}

export const registerCodes: SourceDocument = {
  id: 'S-REG10',
  title: 'Pupil Registration Regulations 2024, regulation 10: the codes',
  standing: 'law',
  inForceFrom: registerRegulations,
  address:
    'legislation.gov.uk, SI 2024/208; Working Together to Improve School Attendance, August 2024',
  readAs: 'secondary source',
}

export const registerReturns: SourceDocument = {
  id: 'S-REG13',
  title: 'Pupil Registration Regulations 2024, regulation 13: returns to the authority',
  standing: 'law',
  inForceFrom: registerRegulations,
  address: 'legislation.gov.uk/uksi/2024/208/regulation/13/made; bso.bradford.gov.uk',
  readAs: 'secondary source',
}

export const workExperienceAct: SourceDocument = {
  id: 'K-560',
  title:
    'Education Act 1996, section 560: work experience in the last two years of compulsory schooling',
  standing: 'law',
  readAs: 'general knowledge',
}

export const workExperienceInsurance: SourceDocument = {
  id: 'S-WEX-EL',
  title: 'Insurers treat pupils on work experience as employees',
  standing: 'law',
  address: 'docest.com; gov.uk/employers-liability-insurance',
  readAs: 'secondary source',
}

export const schoolsToldOfAddresses: SourceDocument = {
  id: 'S-SEIP-FAQ',
  title: 'The partnerships’ answers to schools',
  standing: 'local-agreement',
  address: 'leicsseips.org/faqsforschools',
  readAs: 'secondary source',
}

import { isoDate } from '#domain/dates.ts'
import type { SourceDocument } from '../sources.ts'

export const fairAccessCategories: SourceDocument = {
  id: 'S-FAPCAT',
  title: 'School Admissions Code 2021 on Fair Access Protocols, as several councils restate it',
  standing: 'statutory-guidance',
  inForceFrom: isoDate('2021-09-01'),
  address: 'buckinghamshire.gov.uk, centralbedfordshire.gov.uk, bolton.gov.uk, derbyshire.gov.uk',
  readAs: 'secondary source',
}

export const admissionsCode: SourceDocument = {
  id: 'S-CODE21',
  title: 'School Admissions Code 2021 on in-year applications',
  standing: 'statutory-guidance',
  inForceFrom: isoDate('2021-09-01'),
  address: 'derby.gov.uk and enfield.gov.uk notes on the Code',
  readAs: 'secondary source',
}

export const directionToAcademies: SourceDocument = {
  id: 'S-CWSA-JH',
  title: 'Children’s Wellbeing and Schools Act 2026, sections 61 and 62',
  standing: 'law',
  inForceFrom: isoDate('2026-06-29'),
  address:
    'johnohowson.com; legislation.gov.uk/ukpga/2026/21/section/78 for the commencement of s.61',
  readAs: 'secondary source',
}

export const virtualSchoolHead: SourceDocument = {
  id: 'S-VSH',
  title: 'Children Act 1989, section 22(3A), and guidance on the virtual school head',
  standing: 'law',
  address: 'docsbay.net, draft of the Department’s guidance of 2018',
  readAs: 'secondary source',
}

export const eastMidlandsProtocol: SourceDocument = {
  id: 'S-EM-LAC',
  title: 'East Midlands protocol on looked-after children placed out of area, 2015',
  standing: 'local-agreement',
  address: 'docslib.org; lrsb.org.uk',
  readAs: 'secondary source',
}

export const sixthDayRegulations: SourceDocument = {
  id: 'S-SIXTH',
  title: 'Education (Provision of Full-Time Education for Excluded Pupils) Regulations 2007',
  standing: 'law',
  inForceFrom: isoDate('2007-09-01'),
  address: 'legislation.gov.uk, SI 2007/1870 as amended by SI 2014/3216',
  readAs: 'secondary source',
}

export const tellTheHomeAuthority: SourceDocument = {
  id: 'S-SUFF',
  title: 'Permanent exclusion: who is told without delay',
  standing: 'statutory-guidance',
  address: 'suffolksendiass.co.uk',
  readAs: 'secondary source',
}

export const missingEducation: SourceDocument = {
  id: 'S-CME25',
  title: 'Children missing education, statutory guidance',
  standing: 'statutory-guidance',
  inForceFrom: isoDate('2025-09-08'),
  address: 'gov.uk',
  readAs: 'secondary source',
}

export const leicestershireTopUp: SourceDocument = {
  id: 'S-LEIC-TSIL',
  title: 'Leicestershire scrutiny papers on SEND funding, 2025',
  standing: 'local-agreement',
  address: 'democracy.leics.gov.uk mgAi ID=86206',
  readAs: 'secondary source',
}

export const authorityResponsible: SourceDocument = {
  id: 'S-LA-RESP',
  title: 'Children and Families Act 2014, section 24: the authority in whose area the child is',
  standing: 'law',
  inForceFrom: isoDate('2014-09-01'),
  address: 'supportsendkids.org; specialneedsjungle.com',
  readAs: 'secondary source',
}

export const sendRegulations: SourceDocument = {
  id: 'S-EHCP',
  title: 'SEND Regulations 2014, regulation 20, and R (L) v Devon County Council 2022',
  standing: 'law',
  inForceFrom: isoDate('2014-09-01'),
  address: 'legislation.gov.uk, SI 2014/1530; [2022] EWHC 493 as reported by lasen.co.uk',
  readAs: 'secondary source',
}

export const cityPanel: SourceDocument = {
  id: 'S-CITY-TOPUP',
  title: 'Leicester City: requests for alternative provision top-up since 16 May 2025',
  standing: 'local-agreement',
  inForceFrom: isoDate('2025-05-16'),
  address: 'schools.leicester.gov.uk',
  readAs: 'secondary source',
}

export const safeguardingGuidance: SourceDocument = {
  id: 'K-KCSIE',
  title: 'Keeping Children Safe in Education (revised each September)',
  standing: 'statutory-guidance',
  address: 'gov.uk; reports on the 2026 draft at farrer.co.uk and moorebarlow.com',
  readAs: 'general knowledge',
}

export const saferWorkingPractice: SourceDocument = {
  id: 'K-SAFER',
  title: 'Guidance for Safer Working Practice in Education Settings, February 2022',
  standing: 'local-agreement',
  readAs: 'general knowledge',
}

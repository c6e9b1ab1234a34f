import { isoDate } from '#domain/dates.ts'
import type { SourceDocument } from '../sources.ts'

export const educationAct1996s463: SourceDocument = {
  id: 'S-463',
  title: 'Education Act 1996, section 463: what an independent school is',
  standing: 'law',
  inForceFrom: isoDate('1996-11-01'),
  address: 'lawbriefpublishing.com (chapter quoting section 463); Education and Skills Act 2008',
  readAs: 'secondary source',
}

export const eighteenHours: SourceDocument = {
  id: 'S-IND18',
  title: 'The Department’s guide figure of 18 hours, as others restate it',
  standing: 'statutory-guidance',
  address: 'edyourself.org/unregistered-schools; louisehaigh.org.uk, 22 December 2021',
  readAs: 'secondary source',
}

export const newSection92: SourceDocument = {
  id: 'S-CWSA43',
  title: 'Children’s Wellbeing and Schools Act 2026, section 43: the new section 92',
  standing: 'planned',
  address: 'legislation.gov.uk/ukpga/2026/21/section/43/data.htm',
  readAs: 'secondary source',
}

export const allOrAMajority: SourceDocument = {
  id: 'S-VWV',
  title: 'Summary of the Bill: all or a majority of a child’s education',
  standing: 'planned',
  address: 'vwv.co.uk',
  readAs: 'secondary source',
}

export const unregisteredSchools: SourceDocument = {
  id: 'S-96',
  title: 'Education and Skills Act 2008, section 96: conducting an unregistered school',
  standing: 'law',
  address: 'localgovernmentlawyer.co.uk, “Tackling unregistered schools”',
  readAs: 'secondary source',
}

export const noExemption: SourceDocument = {
  id: 'S-EDY-IEI',
  title: 'Factors for full-time education under the new section 92',
  standing: 'planned',
  address: 'edyourself.org/regulating-independent-educational-institutions',
  readAs: 'secondary source',
}

export const providerStandards: SourceDocument = {
  id: 'S-NSAP-CTG',
  title: 'Voluntary national standards for non-school alternative provision, August 2025',
  standing: 'statutory-guidance',
  address: 'closethegaps.co.uk',
  readAs: 'secondary source',
}

export const arrangingProvision: SourceDocument = {
  id: 'S-AP25',
  title: 'Arranging alternative provision, February 2025',
  standing: 'statutory-guidance',
  inForceFrom: isoDate('2025-02-01'),
  address: 'forbessolicitors.co.uk, 20 May 2025; ap.dcpro.co.uk; apfinder.co.uk',
  readAs: 'secondary source',
}

export const inspectionFramework: SourceDocument = {
  id: 'S-OFS-GOV',
  title: 'Inspection information for state-funded schools, from 10 November 2025',
  standing: 'statutory-guidance',
  inForceFrom: isoDate('2025-11-10'),
  address: 'gov.uk',
  readAs: 'secondary source',
}

export const planningCall: SourceDocument = {
  id: 'S-OFS-NS',
  title: 'Alternative provision and the new inspection framework',
  standing: 'statutory-guidance',
  address: 'nextstepseducation.org',
  readAs: 'secondary source',
}

export const inspectedSafeguarding: SourceDocument = {
  id: 'S-JUD',
  title: 'Adviser’s report of February 2026 on safeguarding judgements',
  standing: 'statutory-guidance',
  address: 'judiciumeducation.co.uk, 4 February 2026',
  readAs: 'secondary source',
}

export const partnershipAdvice: SourceDocument = {
  id: 'S-SEIP-AP',
  title: 'The partnerships’ advice to schools on alternative provision',
  standing: 'local-agreement',
  address: 'leicsseips.org/aps-advice-to-schools',
  readAs: 'secondary source',
}

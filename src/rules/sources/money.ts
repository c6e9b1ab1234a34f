import { isoDate } from '#domain/dates.ts'
import type { SourceDocument } from '../sources.ts'

export const financeRegulations2024: SourceDocument = {
  id: 'S-FIN24',
  title: 'School and Early Years Finance and Childcare (England) Regulations 2024 (SI 2024/66)',
  standing: 'law',
  inForceFrom: isoDate('2024-04-01'),
  address: 'legislation.gov.uk, SI 2024/66, regulation 39',
  readAs: 'secondary source',
}

export const financeRegulations2012: SourceDocument = {
  id: 'S-FIN12',
  title: 'School and Early Years Finance (England) Regulations 2012 (SI 2012/2991)',
  standing: 'law',
  inForceFrom: isoDate('2013-04-01'),
  address: 'legislation.gov.uk, SI 2012/2991, regulation 23; the same text in SI 2018/10',
  readAs: 'secondary source',
}

export const financeRegulations2011: SourceDocument = {
  id: 'S-FIN11',
  title: 'School Finance (England) Regulations 2011 (SI 2011/371): the admitting school',
  standing: 'law',
  address: 'legislation.gov.uk, SI 2011/371, regulation 23',
  readAs: 'secondary source',
}

export const exclusionFunding: SourceDocument = {
  id: 'S-PEXFUND',
  title: 'Permanent exclusions: funding adjustments (text of the Department, undated reprint)',
  standing: 'statutory-guidance',
  address: '1library.net, paragraphs 43 to 46',
  readAs: 'secondary source',
}

export const norfolkExclusions: SourceDocument = {
  id: 'S-NORF-PEX',
  title: 'Norfolk’s information sheet 113/17 on permanent exclusions',
  standing: 'law',
  readAs: 'secondary source',
}

export const eastSussexForum: SourceDocument = {
  id: 'S-ESX',
  title: 'East Sussex Schools’ Forum, 12 July 2024: funding after permanent exclusion',
  standing: 'local-agreement',
  readAs: 'secondary source',
}

export const governorsUpheldPractice: SourceDocument = {
  id: 'S-BANES',
  title: 'Bath and North East Somerset Schools Forum, 22 September 2015',
  standing: 'local-agreement',
  readAs: 'secondary source',
}

export const reviewRightsPractice: SourceDocument = {
  id: 'S-WBERKS',
  title: 'West Berkshire: money is moved when the rights of review have run out',
  standing: 'local-agreement',
  address: 'decisionmaking.westberks.gov.uk',
  readAs: 'secondary source',
}

export const schoolsForum: SourceDocument = {
  id: 'S-LEIC-FORUM',
  title: 'Leicestershire Schools’ Forum, 12 February 2025',
  standing: 'local-agreement',
  address: 'democracy.leics.gov.uk',
  readAs: 'secondary source',
}

export const relevantDateKnowledge: SourceDocument = {
  id: 'K-RELEVANT',
  title: 'The relevant date is the sixth school day after the exclusion (not read in the original)',
  standing: 'law',
  readAs: 'general knowledge',
}

export const censusKnowledge: SourceDocument = {
  id: 'K-CENSUS',
  title: 'The autumn school census is taken on the first Thursday of October',
  standing: 'law',
  readAs: 'general knowledge',
}

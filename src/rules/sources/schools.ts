import type { SourceDocument } from '../sources.ts'

export const fairAccessCategories: SourceDocument = {
  id: 'S-FAPCAT',
  title: 'School Admissions Code 2021, Fair Access Protocols, as councils restate it',
  standing: 'statutory-guidance',
  address:
    'buckinghamshire.gov.uk, centralbedfordshire.gov.uk, bolton.gov.uk, bristol.gov.uk, derbyshire.gov.uk',
  readAs: 'secondary source',
}

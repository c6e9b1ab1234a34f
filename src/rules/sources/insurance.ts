import { isoDate } from '#domain/dates.ts'
import type { SourceDocument } from '../sources.ts'

export const employersLiability: SourceDocument = {
  id: 'S-EL',
  title: 'Employers’ Liability (Compulsory Insurance) Act 1969: at least £5 million',
  standing: 'law',
  inForceFrom: isoDate('1999-01-01'),
  address: 'gov.uk/employers-liability-insurance',
  readAs: 'secondary source',
}

export const employersLiabilityExemptions: SourceDocument = {
  id: 'S-EL2',
  title: 'Who is exempt from employers’ liability insurance',
  standing: 'law',
  address: 'pcgroup.org.uk; alterledger.com',
  readAs: 'secondary source',
}

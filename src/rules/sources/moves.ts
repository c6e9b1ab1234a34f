import { isoDate } from '#domain/dates.ts'
import type { SourceDocument } from '../sources.ts'

export const exclusionGuidance: SourceDocument = {
  id: 'S-BJ',
  title: 'Suspension and permanent exclusion guidance, 2026 edition, as solicitors summarise it',
  standing: 'statutory-guidance',
  inForceFrom: isoDate('2026-07-26'),
  address: 'brownejacobson.com; The Key, 29 May 2026; iqmaward.com',
  readAs: 'secondary source',
}

export const managedMoveAdvice: SourceDocument = {
  id: 'S-BJ2',
  title: 'Managed moves between schools',
  standing: 'statutory-guidance',
  address: 'brownejacobson.com/insights/managing-moves-between-schools',
  readAs: 'secondary source',
}

export const rotherhamMoves: SourceDocument = {
  id: 'S-ROTH',
  title: 'Rotherham: effective managed moves',
  standing: 'local-agreement',
  address: 'rotherham.gov.uk',
  readAs: 'secondary source',
}

export const offSiteRegulations2010: SourceDocument = {
  id: 'S-OSD10',
  title: 'Education (Educational Provision for Improving Behaviour) Regulations 2010',
  standing: 'law',
  inForceFrom: isoDate('2010-09-01'),
  address: 'zoomlaw.co.uk, SI 2010/1156; contents of the notice as listed by ipsea.org.uk',
  readAs: 'secondary source',
}

export const offSiteRegulations2012: SourceDocument = {
  id: 'S-OSD12',
  title: 'Regulations of 2012 that replaced the 30-day review',
  standing: 'law',
  inForceFrom: isoDate('2013-01-01'),
  address: 'legislation.gov.uk, SI 2012/2532',
  readAs: 'secondary source',
}

export const offSiteRegulations2026: SourceDocument = {
  id: 'S-UR',
  title: 'Regulations of 2026 that apply the duties to academies and pupil referral units',
  standing: 'law',
  inForceFrom: isoDate('2026-07-26'),
  address: 'ureach-ap.co.uk; brownejacobson.com; Hill Dickinson, 27 May 2026',
  readAs: 'secondary source',
}

export const norfolkOffSite: SourceDocument = {
  id: 'S-NORF-OSD',
  title: 'Norfolk: off-site direction',
  standing: 'statutory-guidance',
  address: 'schools.norfolk.gov.uk',
  readAs: 'secondary source',
}

export const consentOtherwise: SourceDocument = {
  id: 'S-BLUE',
  title: 'Every provision needs a parent’s consent unless it is to improve behaviour',
  standing: 'law',
  address: 'bluehouseltd.com',
  readAs: 'secondary source',
}

export const plannedTimeLimits: SourceDocument = {
  id: 'S-NSAP-SW',
  title: 'Planned time limits for alternative provision that is not a school',
  standing: 'planned',
  address: 'schoolsweek.co.uk/dfe-pushes-ahead-with-unregistered-ap-time-limits',
  readAs: 'secondary source',
}

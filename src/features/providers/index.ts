import type { Route } from '#platform/http/page.tsx'
import { addEvidencePage } from './evidence/add-evidence.page.tsx'
import { documentPage, evidenceUpload } from './evidence/document.page.tsx'
import { evidencePage } from './evidence/evidence.page.tsx'
import { evidenceDownload, removeEvidenceFilePage } from './evidence/files.pages.tsx'
import { sightingPage, takeBackPage } from './evidence/sighting.page.tsx'
import { providerFindingsPage } from './findings.page.tsx'
import { peoplePage } from './people/people.page.tsx'
import { addPersonPage, addTrainingPage, changePersonPage } from './people/person.pages.tsx'
import { aboutProviderPage } from './profile/about.page.tsx'
import { lookUpNumberPage } from './profile/number.page.tsx'
import { offerPage } from './profile/offer.page.tsx'
import { registrationPage } from './profile/registration.page.tsx'
import { addSitePage, changeSitePage } from './profile/site.pages.tsx'
import { addSubcontractorPage, changeSubcontractorPage } from './profile/subcontractor.pages.tsx'

export { addEvidence, type NewEvidence } from './evidence/add-evidence.ts'
export { sightEvidence } from './evidence/sight-evidence.ts'
export { freeSessions, leadsOf, sessionsOfProviders, sitesOf } from './profile/profile.query.ts'

export const routes: readonly Route[] = [
  aboutProviderPage,
  evidencePage,
  documentPage,
  addEvidencePage,
  evidenceUpload,
  sightingPage,
  takeBackPage,
  evidenceDownload,
  removeEvidenceFilePage,
  providerFindingsPage,
  offerPage,
  registrationPage,
  lookUpNumberPage,
  addSitePage,
  changeSitePage,
  addSubcontractorPage,
  changeSubcontractorPage,
  peoplePage,
  addPersonPage,
  changePersonPage,
  addTrainingPage,
]
export const jobs = []

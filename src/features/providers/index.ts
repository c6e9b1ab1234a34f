import type { Route } from '#platform/http/page.tsx'
import { acceptProviderFindingPage } from './accept-finding.page.tsx'
import { addAgreementPage, changeAgreementPage } from './commissioner/agreement.pages.tsx'
import { addAuditPage, addCheckPage } from './commissioner/check.pages.tsx'
import { checksPage } from './commissioner/checks.page.tsx'
import { addListingPage, endListingPage } from './commissioner/listing.pages.tsx'
import { directoryCsv } from './directory/directory.csv.ts'
import { directoryPage } from './directory/directory.page.tsx'
import { directoryMapPage } from './directory/map.page.tsx'
import { documentsAcrossCsv } from './evidence/across/across.csv.ts'
import { documentsAcrossPage } from './evidence/across/across.page.tsx'
import { addEvidencePage } from './evidence/add-evidence.page.tsx'
import { documentPage, evidenceUpload } from './evidence/document.page.tsx'
import { evidencePage } from './evidence/evidence.page.tsx'
import { evidenceDownload, removeEvidenceFilePage } from './evidence/files.pages.tsx'
import { evidenceReminders } from './evidence/remind.job.ts'
import { sightSeveralPage } from './evidence/sight-several.page.tsx'
import { sightingPage, takeBackPage } from './evidence/sighting.page.tsx'
import { evidencePicture, viewEvidencePage } from './evidence/view.pages.tsx'
import { providerFindingsPage } from './findings.page.tsx'
import { peoplePage } from './people/people.page.tsx'
import { addPersonPage, addTrainingPage, changePersonPage } from './people/person.pages.tsx'
import { aboutProviderPage } from './profile/about.page.tsx'
import { lookUpNumberPage } from './profile/number.page.tsx'
import { offerPage } from './profile/offer.page.tsx'
import { ownProviderPage } from './profile/own.page.tsx'
import { registrationPage } from './profile/registration.page.tsx'
import { addSitePage, changeSitePage } from './profile/site.pages.tsx'
import { addSubcontractorPage, changeSubcontractorPage } from './profile/subcontractor.pages.tsx'

export { type Standing, standingOf, standings } from './approval/approval.query.ts'
export { approvalWords, type Decided } from './approval/approval.ts'
export { refuseWhoWorksThere } from './approval/conflict.query.ts'
export { recordAgreement, recordAudit, recordCheck } from './commissioner/record-checks.ts'
export { recordListing } from './commissioner/record-listing.ts'
export { addEvidence, addEvidenceFile } from './evidence/add-evidence.ts'
export { evidenceKinds } from './evidence/documents.ts'
export { sightEvidence } from './evidence/sight-evidence.ts'
export { documentsToBring } from './evidence/to-bring.query.ts'
export { type ProviderNamed, providerNamed } from './keep.query.ts'
export { addTraining, keepPerson } from './people/keep-people.ts'
export { keepOffer, keepRegistration } from './profile/keep-profile.ts'
export { keepSite, keepSubcontractor } from './profile/keep-sites.ts'
export { leadsOf } from './profile/profile.query.ts'

export { ProfileForm as ProviderForm } from './profile/profile-form.tsx'
export { looksInto, ProviderLayout } from './provider-layout.tsx'

export const routes: readonly Route[] = [
  directoryPage,
  directoryMapPage,
  directoryCsv,
  documentsAcrossPage,
  documentsAcrossCsv,
  ownProviderPage,
  aboutProviderPage,
  evidencePage,
  sightSeveralPage,
  documentPage,
  addEvidencePage,
  evidenceUpload,
  sightingPage,
  takeBackPage,
  evidenceDownload,
  viewEvidencePage,
  evidencePicture,
  removeEvidenceFilePage,
  providerFindingsPage,
  acceptProviderFindingPage,
  offerPage,
  registrationPage,
  lookUpNumberPage,
  addSitePage,
  changeSitePage,
  addSubcontractorPage,
  changeSubcontractorPage,
  checksPage,
  addCheckPage,
  addAuditPage,
  addListingPage,
  endListingPage,
  addAgreementPage,
  changeAgreementPage,
  peoplePage,
  addPersonPage,
  changePersonPage,
  addTrainingPage,
]
export const jobs = [evidenceReminders]

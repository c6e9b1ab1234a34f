import type { Route } from '#platform/http/page.tsx'
import { agenciesPage } from './agencies/agencies.page.tsx'
import { addAgencyPage, changeAgencyPage } from './agencies/agency.page.tsx'
import { carePage } from './care/care.page.tsx'
import { correctCarePage, setCarePage } from './care/care-status.page.tsx'
import { addContactPage, changeContactPage, endContactPage } from './contacts/contact.page.tsx'
import { contactsPage } from './contacts/contacts.page.tsx'
import { duplicatePage } from './duplicates/duplicate.page.tsx'
import { duplicatesPage } from './duplicates/duplicates.page.tsx'
import { addExclusionPage, changeExclusionPage } from './exclusions/exclusion.page.tsx'
import { exclusionsPage } from './exclusions/exclusions.page.tsx'
import { correctAddressPage } from './home/correct-address.page.tsx'
import { homePage } from './home/home.page.tsx'
import { newAddressPage } from './home/new-address.page.tsx'
import { changePage } from './identity/change.page.tsx'
import { changeIdentityPage } from './identity/change-identity.page.tsx'
import { changesPage } from './identity/changes.page.tsx'
import { overviewPage } from './identity/overview.page.tsx'
import { proposeChangePage } from './identity/propose-change.page.tsx'
import { lookedPage } from './looked/looked.page.tsx'
import { endProtectionPage } from './protected/end-protection.page.tsx'
import { protectPage, replacePage } from './protected/protect.page.tsx'
import { protectedPage } from './protected/protected.page.tsx'
import {
  confirmEndingButton,
  confirmLocationButton,
  dropLocationButton,
  takeOverButton,
  withdrawEndingButton,
} from './protected/protection-buttons.ts'
import { referralsPage } from './referrals/referrals.page.tsx'
import { addEnrolmentPage } from './roll/add-enrolment.page.tsx'
import { addAdmissionPage, changeAdmissionPage } from './roll/admission.page.tsx'
import { correctEnrolmentPage } from './roll/correct-enrolment.page.tsx'
import { rollPage } from './roll/roll.page.tsx'
import { addPage } from './search/add.page.tsx'
import { allPage } from './search/all.page.tsx'
import { foundPage } from './search/found.page.tsx'
import { samePage } from './search/same.page.tsx'
import { searchPage } from './search/search.page.tsx'
import { correctNeedsPage, setNeedsPage } from './special-needs/needs.page.tsx'
import { specialNeedsPage } from './special-needs/special-needs.page.tsx'
import { addTopUpPage, correctTopUpPage } from './special-needs/top-up.page.tsx'

const finding = [searchPage, allPage, foundPage, samePage, addPage]
const together = [duplicatesPage, duplicatePage, changesPage, changePage]
const identity = [changeIdentityPage, proposeChangePage]
const roll = [
  rollPage,
  addEnrolmentPage,
  correctEnrolmentPage,
  addAdmissionPage,
  changeAdmissionPage,
]
const home = [homePage, newAddressPage, correctAddressPage]
const contacts = [contactsPage, addContactPage, changeContactPage, endContactPage]
const statuses = [
  specialNeedsPage,
  setNeedsPage,
  correctNeedsPage,
  addTopUpPage,
  correctTopUpPage,
  carePage,
  setCarePage,
  correctCarePage,
]
const agencies = [agenciesPage, addAgencyPage, changeAgencyPage]
const exclusions = [exclusionsPage, addExclusionPage, changeExclusionPage]
const hidden = [
  protectPage,
  replacePage,
  endProtectionPage,
  confirmEndingButton,
  withdrawEndingButton,
  takeOverButton,
  confirmLocationButton,
  dropLocationButton,
  protectedPage,
]

/** Every page about children. Plain words stand before parameters, which would swallow them. */
export const childPages: readonly Route[] = [
  ...finding,
  ...together,
  ...hidden,
  ...identity,
  ...roll,
  ...home,
  ...contacts,
  ...statuses,
  ...agencies,
  ...exclusions,
  referralsPage,
  lookedPage,
  overviewPage,
]

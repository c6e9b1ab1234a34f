import type { Route } from '#platform/http/page.tsx'
import {
  addBankHolidaysAction,
  bankHolidaysPage,
  removeBankHolidayAction,
} from './calendar/bank-holidays.page.tsx'
import { calendarPage } from './calendar/calendar.page.tsx'
import {
  addClosedDayPage,
  dropOwnTermsAction,
  removeClosedDay,
  takeOwnTermsAction,
} from './calendar/closed-day.page.tsx'
import { datesImportPage, datesUpload, importDatesAction } from './calendar/import.page.tsx'
import { addTermPage, changeTermPage, removeTermAction } from './calendar/term.page.tsx'
import { discardImport, importPreviewPage } from './gias/preview.page.tsx'
import { schoolsImportPage, schoolsUpload } from './gias/upload.page.tsx'
import { organisationsCsv } from './list/organisations.csv.ts'
import { organisationsPage } from './list/organisations.page.tsx'
import { addMembersPage } from './membership/add-members.page.tsx'
import { correctMembershipPage } from './membership/correct.page.tsx'
import { joinPage } from './membership/join.page.tsx'
import { leavePage } from './membership/leave.page.tsx'
import { removeMembershipPage } from './membership/remove.page.tsx'
import { organisationPage } from './profile/organisation.page.tsx'
import { schoolCalendarPage } from './profile/school-calendar.page.tsx'
import {
  addPartnershipPage,
  addProviderPage,
  addTeamPage,
} from './settings/add-organisation.page.tsx'
import { settingsPage } from './settings/authority.page.tsx'
import { closePage, openAgain } from './settings/close.page.tsx'
import { detailsPage } from './settings/details.page.tsx'
import { postcodesPage, postcodesUpload } from './settings/postcodes.page.tsx'

export { addBankHoliday, addBankHolidays } from './calendar/keep-bank-holidays.ts'
export { addClosure, addTerm, type ClosedDay, type TermDates } from './calendar/keep-calendar.ts'
export { authorityCalendar, calendarOf } from './calendar.query.ts'
export { importSchools, type SchoolsImport } from './gias/import-schools.ts'
export type { SchoolKind } from './gias/school-kind.ts'
export { addressesOf, memberSchools, qualityTeams, teamOf } from './members.query.ts'
export {
  correctMembership,
  joinPartnership,
  leavePartnership,
  removeMembership,
} from './membership/keep-memberships.ts'
export type { Team } from './organisation.ts'
export { type Hub, safeguardingHub } from './safeguarding-hub/hub.query.ts'
export { HubNumbers } from './safeguarding-hub/hub-numbers.tsx'
export { changeDetails } from './settings/change-details.ts'
export { importPostcodes } from './settings/import-postcodes.ts'
export {
  addPartnership,
  addProvider,
  addTeam,
  closeOrganisation,
} from './settings/keep-organisation.ts'
export { type AuthoritySetting, setAuthority } from './settings/set-authority.ts'
export { schoolWeeksFrom, twoWeeks } from './two-weeks.query.ts'

export const routes: readonly Route[] = [
  organisationsPage,
  organisationsCsv,
  addPartnershipPage,
  addProviderPage,
  addTeamPage,
  organisationPage,
  schoolCalendarPage,
  detailsPage,
  closePage,
  openAgain,
  joinPage,
  addMembersPage,
  leavePage,
  correctMembershipPage,
  removeMembershipPage,
  calendarPage,
  addTermPage,
  changeTermPage,
  removeTermAction,
  addClosedDayPage,
  removeClosedDay,
  takeOwnTermsAction,
  dropOwnTermsAction,
  bankHolidaysPage,
  addBankHolidaysAction,
  removeBankHolidayAction,
  datesImportPage,
  datesUpload,
  importDatesAction,
  settingsPage,
  postcodesPage,
  postcodesUpload,
  schoolsImportPage,
  schoolsUpload,
  importPreviewPage,
  discardImport,
]

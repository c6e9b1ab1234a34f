export { authorityCalendar, calendarOf } from './calendar.query.ts'
export { addressesOf, memberSchools, teamOf } from './members.query.ts'

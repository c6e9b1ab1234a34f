import type { IsoDate } from '#domain/dates.ts'
import type { OffSiteDirection, WorkExperience } from '#rules/facts.ts'
import type { Browser } from './browser.ts'

type Written = Partial<Omit<OffSiteDirection, 'id' | 'pupil' | 'school'>>

const purposes: Readonly<Record<string, string>> = {
  'improve-behaviour': 'To improve behaviour',
  health: 'Because of health',
}

/** Answers the questions of an off-site direction; what is not known is left as it is. */
export function fillDirection(browser: Browser, direction: Written): Browser {
  const { notice = {}, reviews = [] } = direction
  const { sessionTimes: times = {} } = notice
  browser.choose(purposes[direction.purpose ?? 'improve-behaviour'] ?? 'For another reason')
  const days: readonly [string, IsoDate | undefined][] = [
    ['startOn', direction.start],
    ['endOn', direction.end],
    ['consentOn', direction.parentConsentDate],
    ['firstReviewOn', reviews[0]?.date],
  ]
  for (const [name, day] of days) if (day) browser.fillDate(name, day)
  const texts: readonly [string, string | undefined][] = [
    ['Address of the provision', notice.address],
    ['Person to report to', notice.reportTo],
    ['Number of days', notice.numberOfDays?.toString()],
    ['Reasons for the direction', notice.reasons],
    ['Objectives of the direction', notice.objectives],
    ['The day starts at', times.start],
    ['The day finishes at', times.finish],
    ['Break from (two sessions)', times.breakStart],
    ['Break until (two sessions)', times.breakFinish],
  ]
  for (const [label, answer] of texts) if (answer) browser.fill(label, answer)
  if (times.sessions) browser.choose(times.sessions === 1 ? 'One' : 'Two: morning and afternoon')
  return browser
}

const goals = {
  reengagement: 'To help the child back to full engagement',
  'post-16-transition': 'Towards employment, education or training after Year 11',
} as const
const signs = {
  'group-activity': 'Several pupils at once, as a group activity',
  tuition: 'Sessions led by a tutor',
  'fee-per-session': 'A fee for each session',
  repeated: 'Repeated, week after week, without an end in sight',
} as const

/** Answers the questions about the host of work experience; what is not known is left open. */
export function fillHost(browser: Browser, work: Partial<WorkExperience>): Browser {
  const { host = {}, goal, indicators = [] } = work
  browser.fill('Host', host.name ?? 'A garage')
  if (goal) browser.choose(goals[goal])
  if (work.lebcCheckDate) browser.fillDate('checkedOn', work.lebcCheckDate)
  if (work.genuineDeclarationDate) browser.fillDate('declaredOn', work.genuineDeclarationDate)
  for (const sign of indicators) browser.tick(signs[sign])
  if (host.employsAnyone !== undefined)
    browser.chooseIn('Does the host employ anybody?', host.employsAnyone ? 'Yes' : 'No')
  if (host.fullyAudited !== undefined)
    browser.chooseIn(
      'Has LEBC audited the host in full, as a provider?',
      host.fullyAudited ? 'Yes' : 'No',
    )
  if (host.employersLiabilityPence !== undefined)
    browser.fill(
      'Employers’ liability cover, in pounds',
      (host.employersLiabilityPence / 100).toFixed(2),
    )
  browser.choose(
    'Which attendance code does the school record?',
    work.attendanceCode === 'W' ? 'W, work experience' : 'Not recorded yet',
  )
  return browser
}

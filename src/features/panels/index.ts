import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { addActionPage, finishActionPage } from './actions.page.tsx'
import { addToAgendaPage } from './agenda-add.page.tsx'
import { attendancePage } from './attendance.page.tsx'
import { casePanelPage } from './case-panel.page.tsx'
import { cancelMeetingPage, changeMeetingPage } from './change-meeting.page.tsx'
import { cyclesPage, endCycleAction, planCyclePage } from './cycles.page.tsx'
import { decidePage, emergencyDecisionPage } from './decide.page.tsx'
import { decisionPage } from './decision.page.tsx'
import { describePage, takeOffPage } from './describe.page.tsx'
import { endFeedAction, feedPage, feedRoute, makeFeedAction } from './feed.page.tsx'
import { interestPage } from './interest.page.tsx'
import { answerPage, invitePage } from './invite.page.tsx'
import { issuePage } from './issue.page.tsx'
import { itemPage } from './item.page.tsx'
import { meetingPage } from './meeting.page.tsx'
import { meetingButtons } from './meeting-buttons.action.ts'
import { meetingsPage } from './meetings.page.tsx'
import { agreeMinutesAction, minutesPage } from './minutes.page.tsx'
import { noticePage, noticesPage } from './notices.page.tsx'
import { onRollReminders } from './on-roll.job.ts'
import { escalateAction, onRollPage } from './on-roll.page.tsx'
import { onRollListPage } from './on-roll-list.page.tsx'
import { planMeetingPage } from './plan-meeting.page.tsx'
import { papersPage, releasePage } from './release.page.tsx'
import { bringBackPage, ratifyPage } from './replace-decision.page.tsx'
import { templatePages, templatesPage } from './templates.page.tsx'

export { actionsOf, finishAction, makeAction } from './actions.ts'
export { casesToList } from './agenda.query.ts'
export { agendaItem, listCases, takeOff } from './agenda.ts'
export { decisionCodeName, recordDecision, recordEmergencyDecision } from './decide.ts'
export { decisionById, enforceability } from './decision.query.ts'
export { Enforceability } from './decision-views.tsx'
export { answerInvitation, inviteSchools } from './invite.ts'
export { issueDecision } from './issue.ts'
export { meetingById, meetingName } from './move-meeting.ts'
export { isOnRoll, onRollCheck, openOnRollChecks } from './on-roll.query.ts'
export {
  answerEscalation,
  confirmOnRoll,
  escalateToAdmissions,
  reportProblem,
} from './on-roll.ts'
export { releasePack } from './pack.ts'
export { planCycle, planMeeting } from './plan-meetings.ts'
export { bringBack, ratify } from './replace-decision.ts'
export {
  agreeMinutes,
  cancelMeeting,
  holdMeeting,
  openMeeting,
  recordAttendance,
  saveMinutes,
} from './run-meeting.ts'
export { DecisionTag, MeetingTag } from './status-tags.tsx'

/** Fixed paths stand before those with a parameter in the same place. */
export const routes: readonly Route[] = [
  meetingsPage,
  planMeetingPage,
  cyclesPage,
  planCyclePage,
  endCycleAction,
  feedPage,
  makeFeedAction,
  endFeedAction,
  feedRoute,
  meetingPage,
  invitePage,
  answerPage,
  changeMeetingPage,
  cancelMeetingPage,
  addToAgendaPage,
  releasePage,
  papersPage,
  attendancePage,
  minutesPage,
  agreeMinutesAction,
  addActionPage,
  ...meetingButtons,
  itemPage,
  describePage,
  takeOffPage,
  interestPage,
  decidePage,
  casePanelPage,
  emergencyDecisionPage,
  decisionPage,
  issuePage,
  bringBackPage,
  ratifyPage,
  finishActionPage,
  noticesPage,
  noticePage,
  templatesPage,
  ...templatePages,
  onRollListPage,
  onRollPage,
  escalateAction,
]
export const jobs: readonly AnyJob[] = [onRollReminders]

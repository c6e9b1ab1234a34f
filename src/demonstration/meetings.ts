import { addDays, daysBetween, type IsoDate } from '#domain/dates.ts'
import type { SchoolCalendar } from '#domain/school-calendar.ts'
import {
  agreeMinutes,
  holdMeeting,
  inviteSchools,
  meetingById,
  openMeeting,
  planMeeting,
  recordAttendance,
  releasePack,
  saveMinutes,
} from '#features/panels/index.ts'
import type { Chance } from './chance.ts'
import type { Partnership } from './county.ts'
import { momentOn } from './days.ts'
import type { Actor, Stage } from './stage.ts'
import { minutes } from './words.ts'

export interface PlannedMeeting {
  readonly id: string
  readonly day: IsoDate
}

/** Four meetings that have been, one next week with its papers, and one after that: thirty in five partnerships. */
export const meetingDays = (today: IsoDate, calendar: SchoolCalendar): IsoDate[] =>
  [-380, -270, -150, -48, 9, 45].map(shift => {
    const wanted = addDays(today, shift)
    return calendar.lastOnOrBefore(wanted) ?? wanted
  })

export async function planMeetings(
  stage: Stage,
  coordinator: Actor,
  days: readonly IsoDate[],
): Promise<PlannedMeeting[]> {
  const planned: PlannedMeeting[] = []
  for (const day of days) {
    const at = momentOn(addDays(day < stage.today ? day : stage.today, -40), planned.length)
    const id = await stage.as(coordinator, at, doer =>
      planMeeting(doer, {
        day,
        time: '13:30',
        minutes: 120,
        place: 'Harbury Fenn Education Centre, room 2',
        papersBy: addDays(day, -7),
        chairName: 'The chair of the partnership',
      }),
    )
    planned.push({ id, day })
  }
  return planned
}

/** All member schools, three weeks before, or so many days; the furthest meeting has invited nobody yet. */
export async function inviteTo(
  stage: Stage,
  coordinator: Actor,
  meeting: PlannedMeeting,
  daysBefore = 21,
) {
  const day = addDays(meeting.day, -daysBefore)
  await stage.as(coordinator, momentOn(day < stage.today ? day : stage.today, 2), async doer =>
    inviteSchools(doer, await meetingById(doer, meeting.id)),
  )
}

export const releasePapers = (stage: Stage, coordinator: Actor, meeting: PlannedMeeting) => {
  const day = addDays(meeting.day, -7)
  return stage.as(coordinator, momentOn(day < stage.today ? day : stage.today, 4), async doer =>
    releasePack(doer, await meetingById(doer, meeting.id)),
  )
}

/** Opened with nearly everybody there; `decide` is what happens in between. */
export async function runMeeting(
  stage: Stage,
  coordinator: Actor,
  chance: Chance,
  partnership: Partnership,
  meeting: PlannedMeeting,
  decide: () => Promise<void>,
) {
  const at = momentOn(meeting.day, 5)
  await stage.as(coordinator, at, async doer => {
    await openMeeting(doer, await meetingById(doer, meeting.id))
    await recordAttendance(
      doer,
      await meetingById(doer, meeting.id),
      partnership.schools.map(school => ({
        schoolId: school.id,
        name: `Head of ${school.name}`,
        attended: chance.happens(0.85) ? 'attended' : chance.happens(0.7) ? 'apologies' : 'absent',
      })),
    )
  })
  await decide()
  await stage.as(coordinator, at, async doer =>
    holdMeeting(doer, await meetingById(doer, meeting.id)),
  )
}

/** Minutes of all but the latest meeting are agreed. */
export async function minute(stage: Stage, coordinator: Actor, meeting: PlannedMeeting) {
  await stage.as(coordinator, momentOn(addDays(meeting.day, 6), 3), async doer => {
    await saveMinutes(doer, await meetingById(doer, meeting.id), minutes)
    if (daysBetween(meeting.day, stage.today) > 60)
      await agreeMinutes(doer, await meetingById(doer, meeting.id))
  })
}

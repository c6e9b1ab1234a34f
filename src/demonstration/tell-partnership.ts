import { addDays, daysBetween } from '#domain/dates.ts'
import type { PartnershipCast, peopleOf } from './cast.ts'
import type { chanceOf } from './chance.ts'
import type { DemonstrationChild, nursery } from './children.ts'
import type { Partnership } from './county.ts'
import { demonstrationCalendar, momentOn } from './days.ts'
import { fairAccessStories, referFairAccess } from './fair-access.ts'
import { holdMeetings, type Waiting } from './hold-meetings.ts'
import { inviteTo, meetingDays, planMeetings } from './meetings.ts'
import { tellReferral } from './partnership-story.ts'
import type { DecidedChild } from './provision/setting.ts'
import type { Stage } from './stage.ts'
import { storiesOf } from './stories.ts'

export async function tellPartnership(
  stage: Stage,
  chance: ReturnType<typeof chanceOf>,
  born: ReturnType<typeof nursery>,
  {
    partnership,
    cast,
    people,
    outward,
    neighbour,
  }: {
    partnership: Partnership
    cast: PartnershipCast
    people: Awaited<ReturnType<typeof peopleOf>>
    outward: string
    neighbour: string
  },
) {
  const days = meetingDays(stage.today, demonstrationCalendar(stage.today))
  const ago = days.map(day => daysBetween(day, stage.today))
  const meetings = await planMeetings(stage, cast.coordinator, days)
  // To the latest meeting they were invited at short notice.
  for (const [place, meeting] of meetings.slice(0, 5).entries())
    await inviteTo(stage, cast.coordinator, meeting, place === 3 ? 5 : 21)

  const waiting: Waiting[] = []
  const decided: DecidedChild[] = []
  let referrals = 0
  for (const story of storiesOf(stage.today, ago, neighbour)) {
    const school = chance.oneOf(partnership.schools)
    const referrer = cast.schools.get(school.id)?.referrer
    if (!referrer) continue
    const child: DemonstrationChild = await stage.as(
      referrer,
      momentOn(addDays(stage.today, -story.daysAgo - 30), 2),
      doer => born.enter(doer, school, outward, story.telling),
    )
    const id = await tellReferral(
      stage,
      chance,
      { coordinator: cast.coordinator, referrer },
      { child, story },
    )
    referrals += 1
    if (story.meeting !== undefined)
      waiting.push({
        referralId: id,
        meeting: story.meeting,
        code: story.code,
        fairAccess: undefined,
      })
    if (story.meeting !== undefined && story.code)
      decided.push({ id: child.id, school, code: story.code, meeting: story.meeting })
  }
  for (const story of fairAccessStories(ago)) {
    const childId = await stage.as(
      people.admissions,
      momentOn(addDays(stage.today, -story.daysAgo - 2), 2),
      async doer => (await born.enterUnplaced(doer, outward, { needs: 'none' })).id,
    )
    const id = await referFairAccess(
      stage,
      chance,
      { admissions: people.admissions, coordinator: cast.coordinator },
      { childId, partnership, story },
    )
    referrals += 1
    if (story.meeting !== undefined)
      waiting.push({
        referralId: id,
        meeting: story.meeting,
        code: 'fair-access-allocation',
        fairAccess: story,
      })
  }
  await holdMeetings(stage, chance, {
    partnership,
    cast,
    meetings,
    waiting,
    admissions: people.admissions,
  })
  return { children: referrals, referrals, meetings: meetings.length, decided }
}

import { addDays } from '#domain/dates.ts'
import type { PartnershipCast } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Partnership } from './county.ts'
import { type FairAccessStory, settleOnRoll } from './fair-access.ts'
import { minute, type PlannedMeeting, releasePapers, runMeeting } from './meetings.ts'
import { close, decide, list } from './panel-story.ts'
import type { Actor, Stage } from './stage.ts'

/** A case that a meeting is to hear, by the meeting’s place in the calendar. */
export interface Waiting {
  readonly referralId: string
  readonly meeting: number
  readonly code: string | undefined
  readonly fairAccess: FairAccessStory | undefined
}

/** Each meeting hears its cases; what it decided is told, and most of it has run its course since. */
export async function holdMeetings(
  stage: Stage,
  chance: Chance,
  {
    partnership,
    cast,
    meetings,
    waiting,
    admissions,
  }: {
    partnership: Partnership
    cast: PartnershipCast
    meetings: readonly PlannedMeeting[]
    waiting: readonly Waiting[]
    admissions: Actor
  },
) {
  for (const [place, meeting] of meetings.entries()) {
    const cases = waiting.filter(each => each.meeting === place)
    if (cases.length === 0) continue
    const listedOn = addDays(meeting.day, -8)
    await list(
      stage,
      cast.coordinator,
      meeting.id,
      cases.map(({ referralId }) => referralId),
      listedOn < stage.today ? listedOn : stage.today,
    )
    await releasePapers(stage, cast.coordinator, meeting)
    if (meeting.day >= stage.today) continue
    const latest = place === 3
    await runMeeting(stage, cast.coordinator, chance, partnership, meeting, async () => {
      for (const [n, each] of cases.entries()) await hear(each, n)
    })
    await minute(stage, cast.coordinator, meeting)
    for (const each of cases) await afterwards(each)

    async function hear(
      { referralId, code = 'return-with-strategies', fairAccess }: Waiting,
      n: number,
    ) {
      const takesSchool =
        fairAccess !== undefined || code === 'managed-move' || code === 'reintegration-plan'
      const school = partnership.schools[(place * 5 + n) % partnership.schools.length]
      await decide(stage, chance, cast.coordinator, {
        meetingId: meeting.id,
        referralId,
        day: meeting.day,
        code,
        schoolId: takesSchool ? (school?.id ?? null) : null,
        // Of the latest meeting two decisions are recorded and told to nobody yet.
        issue: !(latest && !fairAccess && (n === 1 || n === 2)),
        late: fairAccess?.confirmed === 'nobody',
      })
    }
    async function afterwards({ referralId, code, fairAccess }: Waiting) {
      // What was decided half a year ago still runs.
      const runs = place === 2 && /tier-[34]/.test(code ?? '')
      if (fairAccess) {
        const place = waiting
          .filter(each => each.meeting === fairAccess.meeting)
          .findIndex(each => each.referralId === referralId)
        const school =
          partnership.schools[((fairAccess.meeting ?? 0) * 5 + place) % partnership.schools.length]
        const referrer = school && cast.schools.get(school.id)?.referrer
        if (referrer)
          await settleOnRoll(
            stage,
            { admissions, coordinator: cast.coordinator, referrer },
            { referralId, decidedOn: meeting.day, confirmed: fairAccess.confirmed ?? 'nobody' },
          )
      } else if (!latest && !runs)
        await close(stage, cast.coordinator, referralId, addDays(meeting.day, 30))
    }
  }
}

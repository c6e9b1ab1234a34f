import { addDays, type IsoDate } from '#domain/dates.ts'
import { makeRemoval, proposeRemoval, removalById } from '#features/moves/index.ts'
import {
  acceptReferral,
  answerInformation,
  askForInformation,
  closeCase,
  markLookedAt,
  openDispute,
  referOn,
  referralToChange,
  returnReferral,
  submitReferral,
  withdrawReferral,
} from '#features/referrals/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Chance } from './chance.ts'
import type { DemonstrationChild } from './children.ts'
import { momentOn } from './days.ts'
import { writeReferral } from './referring.ts'
import type { Actor, Stage } from './stage.ts'
import type { Story } from './stories.ts'

export interface Cast {
  readonly coordinator: Actor
  readonly referrer: Actor
}

/** A school refers; what the co-ordinator then does with it is the story’s course, up to the panel. */
export async function tellReferral(
  stage: Stage,
  chance: Chance,
  cast: Cast,
  { child, story }: { child: DemonstrationChild; story: Story },
): Promise<string> {
  const { course, telling, askedFor, daysAgo } = story
  const sentOn = addDays(stage.today, -daysAgo)
  const id = await stage.as(cast.referrer, momentOn(sentOn, chance.between(0, 6)), async doer => {
    const draft = await writeReferral(doer, chance, { childId: child.id, telling, askedFor })
    if (course !== 'draft') await submitReferral(doer, draft)
    return draft
  })
  if (course === 'draft' || course === 'not looked at') return id
  await stage.as(cast.coordinator, momentOn(addDays(sentOn, Math.min(2, daysAgo)), 2), async doer =>
    markLookedAt(doer, await referralToChange(doer.tx, id)),
  )
  await follow(stage, cast, { id, child }, story, addDays(sentOn, Math.min(3, daysAgo)))
  return id
}

/** From “looked at” to where the story leaves the case for now. */
async function follow(
  stage: Stage,
  cast: Cast,
  { id, child }: { id: string; child: DemonstrationChild },
  { course, telling }: Story,
  day: IsoDate,
) {
  const coordinator = (work: (doer: Doer) => Promise<unknown>, on = day) =>
    stage.as(cast.coordinator, momentOn(on, 4), work)
  switch (course) {
    case 'question open':
    case 'question answered':
      return question(stage, cast, id, day, course === 'question answered')
    case 'disputed':
      return coordinator(doer =>
        openDispute(doer, id, {
          withId: telling.movedFrom ?? '',
          reason: 'The child was on this roll for a few days only, and lives in your area.',
          sharePercent: 50,
          proposal: 'We respond meanwhile; the cost is shared.',
          moves: false,
        }),
      )
    case 'left the roll':
      return stage.as(cast.referrer, momentOn(addDays(day, 4), 2), async doer => {
        const id = await proposeRemoval(doer, child.id, movedAway)
        await makeRemoval(doer, await removalById(doer.tx, id), {
          onDay: addDays(day, 4),
          returnMadeOn: addDays(day, 4),
          override: null,
        })
      })
    case 'returned':
      return coordinator(doer =>
        returnReferral(
          doer,
          id,
          'Please add what was tried in the last half-term, and what came of it.',
        ),
      )
    case 'withdrawn':
      return stage.as(cast.referrer, momentOn(addDays(day, 2), 1), doer =>
        withdrawReferral(doer, id, { reason: 'no longer needed', words: null }),
      )
    case 'referred on':
      return coordinator(doer =>
        referOn(doer, id, {
          to: 'Child and adolescent mental health services',
          reason: 'The first need is health; school support goes on meanwhile.',
        }),
      )
    case 'advice':
      await coordinator(doer => acceptReferral(doer, id))
      return coordinator(
        doer => closeCase(doer, id, { reason: 'advice given', words: null }),
        addDays(day, 10),
      )
    case 'annual review held':
      return coordinator(
        doer => closeCase(doer, id, { reason: 'annual review held', words: null }),
        addDays(day, 30),
      )
    case 'accepted':
    case 'decided':
    case 'listed':
      return coordinator(doer => acceptReferral(doer, id))
    default:
      return undefined
  }
}

async function question(stage: Stage, cast: Cast, id: string, day: IsoDate, answered: boolean) {
  const request = await stage.as(cast.coordinator, momentOn(day, 3), doer =>
    askForInformation(doer, id, {
      question: 'Which lessons go well, and with whom?',
      section: 'learning',
      due: addDays(day, 7),
    }),
  )
  if (!answered) return
  await stage.as(cast.referrer, momentOn(addDays(day, 3), 2), async doer =>
    answerInformation(doer, request, {
      answer: 'Design and technology, and anything before break.',
      version: 1,
    }),
  )
}

const movedAway = {
  ground: 'moved-away',
  newSchoolConfirmedOn: null,
  parentNoticeOn: null,
  enquiriesCompletedOn: null,
  sicknessBelieved: null,
  supportReason: null,
  supportFrom: null,
  note: 'No new school is known yet.',
}

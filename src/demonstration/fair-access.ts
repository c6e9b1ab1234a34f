import { fairAccessCategories } from '#domain/codes/fair-access-category.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { setSpecialNeeds } from '#features/children/index.ts'
import {
  askAdviser,
  criteriaMet,
  criteriaNotMet,
  draftFairAccess,
  fairAccessCase,
  sendFairAccess,
} from '#features/fair-access/index.ts'
import { confirmOnRoll, onRollCheck, reportProblem } from '#features/panels/index.ts'
import { closeCase } from '#features/referrals/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Chance } from './chance.ts'
import type { Partnership } from './county.ts'
import { momentOn } from './days.ts'
import type { Actor, Stage } from './stage.ts'

export interface FairAccessStory {
  readonly outcome: 'to check' | 'in doubt' | 'not met' | 'accepted' | 'listed' | 'allocated'
  readonly daysAgo: number
  /** For what was allocated: who has confirmed the roll date. */
  readonly confirmed?: 'both' | 'school' | 'nobody'
  readonly meeting?: number
  /** An EHCP was issued after the case was accepted: it no longer belongs under the protocol. */
  readonly thenEhcp?: boolean
}

export const fairAccessStories = (meetingDaysAgo: readonly number[]): FairAccessStory[] => [
  ...meetingDaysAgo.slice(0, 3).map(
    (day, meeting): FairAccessStory => ({
      outcome: 'allocated',
      daysAgo: day + 15,
      meeting,
      confirmed: 'both',
    }),
  ),
  {
    outcome: 'allocated',
    daysAgo: (meetingDaysAgo[3] ?? 48) + 14,
    meeting: 3,
    confirmed: 'school',
  },
  {
    outcome: 'allocated',
    daysAgo: (meetingDaysAgo[3] ?? 48) + 16,
    meeting: 3,
    confirmed: 'nobody',
  },
  { outcome: 'listed', daysAgo: 12, meeting: 4 },
  { outcome: 'accepted', daysAgo: 44 },
  { outcome: 'accepted', daysAgo: 8 },
  { outcome: 'accepted', daysAgo: 20, thenEhcp: true },
  { outcome: 'in doubt', daysAgo: 5 },
  { outcome: 'not met', daysAgo: 30 },
  { outcome: 'to check', daysAgo: 2 },
]

/** Admissions refers, the co-ordinator checks the criteria. Returns the case’s id. */
export async function referFairAccess(
  stage: Stage,
  chance: Chance,
  cast: { admissions: Actor; coordinator: Actor },
  {
    childId,
    partnership,
    story,
  }: { childId: string; partnership: Partnership; story: FairAccessStory },
): Promise<string> {
  const sentOn = addDays(stage.today, -story.daysAgo)
  const id = await stage.as(cast.admissions, momentOn(sentOn, 1), async doer => {
    const draft = await draftFairAccess(doer, childId, {
      category: chance.oneOf(fairAccessCategories.all).key,
      evidence: 'Letter on file with School Admissions',
      inYearMeasuresTried: true,
      inYearMeasures: 'Three schools were asked in the normal way and had no place in the year',
      receivedOn: sentOn,
      preferredSchools: chance.happens(0.5) ? 'The nearest school' : null,
      reason: 'New to the county. Keen to start; needs a place within a bus ride of home.',
      partnershipId: partnership.id,
    })
    await sendFairAccess(doer, draft)
    return draft
  })
  if (story.outcome === 'to check') return id
  await stage.as(cast.coordinator, momentOn(addDays(sentOn, 2), 3), async doer => {
    const fair = await fairAccessCase(doer, id)
    if (story.outcome === 'in doubt')
      await askAdviser(doer, fair, 'Does the refusal letter of an independent school count?')
    else if (story.outcome === 'not met')
      await criteriaNotMet(doer, fair, 'An ordinary in-year place is free at the nearest school.')
    else await criteriaMet(doer, fair, 'The category and the in-year measures are shown.')
  })
  if (story.thenEhcp)
    await stage.as(cast.admissions, momentOn(addDays(sentOn, 9), 3), doer =>
      setSpecialNeeds(doer, {
        childId,
        status: 'ehcp',
        fromOn: addDays(sentOn, 9),
        maintainingAuthority: 'fennshire',
        source: 'SENA',
      }),
    )
  return id
}

/** The school and Admissions say from when the child is on roll; then, and only then, the case is closed. */
export async function settleOnRoll(
  stage: Stage,
  cast: { admissions: Actor; coordinator: Actor; referrer: Actor },
  {
    referralId,
    decidedOn,
    confirmed,
  }: { referralId: string; decidedOn: IsoDate; confirmed: 'both' | 'school' | 'nobody' },
) {
  const open = async ({ tx }: Doer) => {
    const { id } = await tx
      .selectFrom('on_roll_check')
      .select('id')
      .where('referral_id', '=', referralId)
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow()
    return onRollCheck(tx, id)
  }
  if (confirmed === 'nobody') {
    const words = 'The year group has thirty-two in every form.'
    await stage.as(cast.referrer, momentOn(addDays(decidedOn, 3), 2), async doer =>
      reportProblem(doer, await open(doer), words, 'full'),
    )
    return
  }
  const rollDate = addDays(decidedOn, 5)
  const check = await stage.as(cast.referrer, momentOn(addDays(decidedOn, 6), 2), async doer => {
    const standing = await open(doer)
    await confirmOnRoll(doer, standing, rollDate)
    return standing.id
  })
  if (confirmed === 'school') return
  await stage.as(cast.admissions, momentOn(addDays(decidedOn, 7), 3), async doer =>
    confirmOnRoll(doer, await onRollCheck(doer.tx, check), rollDate),
  )
  await stage.as(cast.coordinator, momentOn(addDays(decidedOn, 8), 1), doer =>
    closeCase(doer, referralId, { reason: 'on roll', words: null }),
  )
}

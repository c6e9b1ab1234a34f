import { addDays, type IsoDate } from '#domain/dates.ts'
import type { Telling } from './children.ts'

/** What becomes of a referral after it has been sent. */
export type Course =
  | 'draft'
  | 'not looked at'
  | 'looked at'
  | 'question open'
  | 'question answered'
  | 'accepted'
  | 'returned'
  | 'withdrawn'
  | 'referred on'
  | 'advice'
  | 'annual review'
  | 'annual review held'
  | 'monitored'
  | 'disputed'
  | 'left the roll'
  | 'decided'
  | 'listed'

export interface Story {
  readonly course: Course
  readonly telling: Telling
  readonly askedFor:
    | 'advice'
    | 'inclusion-forum'
    | 'tier-2'
    | 'tier-3'
    | 'tier-4'
    | 'managed-move'
    | 'respite'
    | 'exclusion-provision'
  /** When it was sent, in days before today. */
  readonly daysAgo: number
  /** Which of the partnership’s meetings decides or lists it, counted from the oldest. */
  readonly meeting?: number
  readonly code?: string
}

const tell = (
  course: Course,
  daysAgo: number,
  telling: Telling = {},
  more: Partial<Story> = {},
): Story => ({
  course,
  daysAgo,
  telling,
  askedFor: 'tier-3',
  ...more,
})

const codes = [
  'tier-3-part-time-provision',
  'tier-2-outreach',
  'return-with-strategies',
  'tier-4-programme',
  'managed-move',
  'more-information',
  'refer-elsewhere',
  'no-further-action',
  'respite-placement',
  'reintegration-plan',
] as const

/** Of the latest meeting: two children whose home is under another authority, below Tier 4 and at it. */
const farFromHome: Readonly<Record<string, Telling>> = {
  'tier-3-part-time-provision': { livesIn: 'rutland' },
  'tier-4-programme': { livesIn: 'leicester-city' },
}

/** Cases that a past meeting decided: ten for each of the first four meetings. */
const decided = (meetingDays: readonly number[]): Story[] =>
  meetingDays.slice(0, 4).flatMap((day, meeting) =>
    codes.slice(0, meeting === 3 ? 10 : 8).map((code, n) =>
      tell('decided', day + 12 + n, meeting === 3 ? (farFromHome[code] ?? {}) : {}, {
        meeting,
        code,
        askedFor: code === 'tier-4-programme' ? 'tier-4' : 'tier-3',
      }),
    ),
  )

/** Everything else that one partnership has in hand, in every state that there is, with what makes the rules speak. */
const inHand: readonly Story[] = [
  ...[3, 5, 9].map(days => tell('not looked at', days)),
  tell('not looked at', 16),
  tell('looked at', 2),
  tell('looked at', 7, { noContactParent: true }),
  tell('looked at', 4, { needs: 'not known' }),
  tell('question open', 12),
  tell('question open', 6),
  tell('question answered', 11),
  ...[21, 25, 28, 34].map(days => tell('accepted', days)),
  tell('accepted', 19, { topUp: true, needs: 'sen-support' }),
  tell('accepted', 23, { livesIn: 'leicester-city' }, { askedFor: 'tier-4' }),
  tell('accepted', 30, { livesIn: 'rutland', needs: 'sen-support' }),
  tell('accepted', 26, { care: 'other, contacts known' }),
  tell('accepted', 15, { care: 'previously' }),
  tell('looked at', 8, { care: 'other' }),
  tell('looked at', 3, { care: 'not known' }),
  tell('looked at', 6, { admissionOpen: true }),
  tell('accepted', 17, { lapsedTopUp: true, needs: 'sen-support' }),
  tell('left the roll', 14),
  tell('monitored', 40, { care: 'own' }),
  tell('not looked at', 6, { care: 'own' }),
  tell('annual review', 18, { needs: 'ehcp' }),
  tell('annual review', 33, { needs: 'ehcp', needsAuthority: 'rutland', livesIn: 'rutland' }),
  tell('annual review held', 90, { needs: 'ehcp' }),
  tell('returned', 22),
  tell('returned', 60),
  tell('withdrawn', 45),
  tell('withdrawn', 120),
  tell('referred on', 70),
  tell('advice', 50, {}, { askedFor: 'advice' }),
  tell('advice', 140, {}, { askedFor: 'advice' }),
  tell('advice', 260, {}, { askedFor: 'advice' }),
  tell('draft', 1),
  tell('draft', 4),
  tell('listed', 24, {}, { meeting: 4 }),
  tell('listed', 27, {}, { meeting: 4, askedFor: 'tier-4' }),
  tell('listed', 31, { topUp: true, needs: 'sen-support' }, { meeting: 4 }),
  tell('listed', 29, {}, { meeting: 4, askedFor: 'managed-move' }),
]

/** Permanent exclusions: one by a member, and one by the school that left (told where there is one). */
export const excluded = (today: IsoDate, daysAgo: number): Story =>
  tell(
    'accepted',
    daysAgo,
    { excludedOn: addDays(today, -daysAgo - 3) },
    { askedFor: 'exclusion-provision' },
  )

export const storiesOf = (
  today: IsoDate,
  meetingDaysAgo: readonly number[],
  neighbour: string,
): Story[] => [
  ...decided(meetingDaysAgo),
  ...inHand,
  tell('disputed', 12, { movedFrom: neighbour }),
  excluded(today, 20),
]

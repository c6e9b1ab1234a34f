import { addDays } from '#domain/dates.ts'
import { decideApproval } from '#features/approval/index.ts'
import { raiseConcern } from '#features/concerns/index.ts'
import type { People } from './cast.ts'
import { momentOn } from './days.ts'
import type { Stage } from './stage.ts'

const approved = [
  {
    approval: 'approved',
    conditions: null,
    because: 'Assessed in the summer; all four areas meet.',
  },
  { approval: 'approved', conditions: null, because: 'Long known, small, and well led.' },
] as const
const withConditions = {
  approval: 'approved with conditions',
  conditions: 'Public liability is renewed, and shown, before anybody new starts.',
  because: 'Teaching is strong. Papers come late.',
} as const
const paused = {
  approval: 'paused',
  conditions: null,
  because: 'Two of three tutors have left. Looked at again when there are new ones.',
} as const
/** Where nobody has a child: a pause stops who would be new. */
const pausedAt = [4, 7]
const conditionsAt = 2

const concerns = [
  {
    kind: 'health and safety',
    level: 'serious',
    words: 'On Tuesday the workshop stood open at break, with machines running and nobody in it.',
  },
  {
    kind: 'attendance',
    level: 'concern',
    words: 'Registers come a day late, three weeks running. The manager says there is no signal.',
  },
  {
    kind: 'quality',
    level: 'note',
    words: 'The art room is the liveliest of all that we saw. Maths is worksheets.',
  },
] as const

/** The officers decide about some providers, and co-ordinators say what they saw at others. */
export async function tellQuality(stage: Stage, people: People) {
  const day = addDays(stage.today, -40)
  for (const [n, { id }] of people.providers.slice(0, 12).entries()) {
    const decision = pausedAt.includes(n)
      ? paused
      : n === conditionsAt
        ? withConditions
        : approved[n % approved.length]
    if (decision)
      await stage.as(people.quality, momentOn(day, n), doer =>
        decideApproval(doer, {
          ...decision,
          providerId: id,
          reviewOn: addDays(stage.today, 20 + n * 10),
        }),
      )
  }
  for (const [n, concern] of concerns.entries()) {
    const coordinator = people.partnerships[n % people.partnerships.length]?.coordinator
    const provider = people.providers[n * 2 + 1]
    if (coordinator && provider)
      await stage.as(coordinator, momentOn(addDays(stage.today, -6 + n), n), doer =>
        raiseConcern(doer, { ...concern, providerId: provider.id }),
      )
  }
}

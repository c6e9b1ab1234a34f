import { addDays } from '#domain/dates.ts'
import { decideApproval } from '#features/approval/index.ts'
import { raiseConcern } from '#features/concerns/index.ts'
import type { People } from './cast.ts'
import { momentOn } from './days.ts'
import type { Stage } from './stage.ts'

const decisions = [
  {
    approval: 'approved',
    conditions: null,
    because: 'Assessed in the summer; all four areas meet.',
  },
  {
    approval: 'approved with conditions',
    conditions: 'A deputy safeguarding lead is named by the end of term.',
    because: 'Teaching is strong. The lead has no deputy.',
  },
  { approval: 'approved', conditions: null, because: 'Long known, small, and well led.' },
  {
    approval: 'paused',
    conditions: null,
    because: 'Two of three tutors have left. Looked at again when there are new ones.',
  },
] as const

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
    const decision = decisions[n % decisions.length]
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

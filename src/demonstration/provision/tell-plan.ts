import { addDays } from '#domain/dates.ts'
import {
  acknowledgePlan,
  askChange,
  changesOf,
  decideChange,
  draftPlan,
  partiesOf,
  placementById,
  planOf,
  putPlanInForce,
  recordPlanAgreement,
  runPlacement,
} from '#features/placements/index.ts'
import {
  addObjective,
  logContact,
  objectivesOf,
  planReview,
  recordReview,
  reviewsOf,
  savePlan,
  sendPlan,
} from '#features/plans/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Chance } from '../chance.ts'
import { momentOn } from '../days.ts'
import type { Stage } from '../stage.ts'
import { onDay, type ToldPlacement } from './told-placement.ts'
import { baselines, contactWords, objectives, reviewWords } from './words.ts'

/** What goes on while a placement runs: reviews, who was in touch, a short-term plan, a change. */
export async function tellWhatGoesOn(doer: Doer, chance: Chance, told: ToldPlacement) {
  const { story, startsOn } = told
  const daysAgo = (days: number) => addDays(told.today, -days)
  if (story.shortTerm === 'draft') await shortTerm(onDay(doer, addDays(startsOn, 2), 2), told)
  for (const days of story.reviewed ?? []) await review(onDay(doer, daysAgo(days), 3), told)
  if (story.nextReview !== undefined)
    // One that is overdue was set when its day was still to come.
    await planReview(
      onDay(doer, daysAgo(Math.max(1, 2 - story.nextReview)), 4),
      await placementById(doer.tx, told.id),
      addDays(told.today, story.nextReview),
    )
  for (const days of story.contacts ?? []) {
    const then = onDay(doer, daysAgo(days), chance.between(0, 6))
    await logContact(
      then,
      await placementById(doer.tx, told.id),
      {
        on: then.today,
        kind: chance.oneOf(['visit', 'call', 'call', 'meeting'] as const),
        withWhom: chance.oneOf(['The tutor', 'The child', 'The mother']),
        note: chance.oneOf(contactWords),
      },
      true,
    )
  }
  if (story.change === 'agreed') await changeItself(onDay(doer, daysAgo(5), 2), told)
}

/** The provider confirms its copy of a short-term plan, and asks for a change that nobody has decided yet. */
export async function tellWhatTheProviderDoes(stage: Stage, told: ToldPlacement) {
  const { id, story, startsOn, provider } = told
  if (story.shortTerm === 'in force')
    await stage.as(provider.manager, momentOn(addDays(startsOn, 4), 2), async doer => {
      const copy = await planOf(doer.tx, id)
      if (copy) await acknowledgePlan(doer, copy)
    })
  if (story.change === 'asked by the provider')
    await stage.as(provider.manager, momentOn(addDays(told.today, -5), 2), doer =>
      askLonger(doer, told),
    )
}

const askLonger = async (doer: Doer, { id, today }: ToldPlacement) =>
  askChange(
    doer,
    await placementById(doer.tx, id),
    { kind: 'extend', endOn: addDays(today, 120) },
    'The work is half done, and the child asks to finish it.',
  )

async function changeItself(doer: Doer, told: ToldPlacement) {
  await askLonger(doer, told)
  const placement = await runPlacement(doer.tx, told.id, ['live'])
  const [asked] = await changesOf(doer.tx, told.id)
  if (asked) await decideChange(doer, placement, asked, { answer: 'agree', override: undefined })
}

/** The plan with its objectives, and sent to the provider if it is whole. */
export async function writePlan(doer: Doer, chance: Chance, { id, story }: ToldPlacement) {
  const placement = await placementById(doer.tx, id)
  await savePlan(
    doer,
    placement,
    {
      baseline: chance.oneOf(baselines),
      timeframe: 'Two half-terms, looked at after each',
      assessment: story.plan === 'draft' ? null : 'A weekly record by the tutor; a reading task',
      english: 'At school, in the mornings',
      maths: 'At school, in the mornings',
      science: story.days.length > 3 ? null : 'At school',
      home_school_link: 'The head of year, each Friday',
      peer_contact: 'Football with the year group',
      service_links: 'Early Help is told of each review',
      next_steps: 'Back to all mornings, then to two whole days',
      reintegration: true,
      readiness: story.plan === 'draft' ? null : 'Four weeks of nine sessions in ten',
      support_package: 'A mentor for the first half-term',
      qualifications: 'AQA Unit Award',
      transition: 'A visit to college in the spring of Year 11',
    },
    null,
  )
  for (const objective of objectives)
    await addObjective(doer, placement, { ...objective, target_on: addDays(doer.today, 84) })
  if (story.plan !== 'draft') await sendPlan(doer, placement)
}

/** So many days need a plan with an end before they are offered; one is only begun when they run. */
export async function shortTerm(doer: Doer, { id, startsOn, story }: ToldPlacement) {
  const placement = await runPlacement(doer.tx, id, ['proposed', 'live'])
  const inForce = story.shortTerm !== 'draft'
  await draftPlan(doer, placement, undefined, {
    purpose: 'Four days for one half-term only, while the mother is in hospital.',
    startOn: startsOn,
    reviewOn: addDays(startsOn, 12),
    endOn: addDays(startsOn, story.shortTerm === 'run out' ? 22 : 35),
    schoolAgreedOn: doer.today,
    schoolAgreedBy: 'The head',
  })
  const draft = await planOf(doer.tx, id)
  if (!draft || !inForce) return
  for (const { contactId } of await partiesOf(doer.tx, placement))
    if (contactId)
      await recordPlanAgreement(doer, placement, draft, contactId, {
        agreed: true,
        onDay: doer.today,
        how: 'Signed at school',
      })
  const whole = await planOf(doer.tx, id)
  if (whole) await putPlanInForce(doer, placement, whole)
}

async function review(doer: Doer, { id }: ToldPlacement) {
  const placement = await placementById(doer.tx, id)
  await planReview(doer, placement, doer.today)
  const due = (await reviewsOf(doer.tx, id)).find(({ held_on }) => held_on === null)
  if (!due) return
  const standing = (await objectivesOf(doer.tx, id)).map(objective => ({
    objective: objective.id,
    standing: 'some progress' as const,
    note: null,
  }))
  await recordReview(doer, placement, due, {
    heldOn: doer.today,
    attendees: 'The head of year, the tutor, the mother',
    pupilPresent: true,
    ...reviewWords,
    outcome: 'continue',
    nextOn: null,
    progress: standing,
  })
}

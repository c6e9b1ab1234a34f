import { addDays, type IsoDate } from '#domain/dates.ts'
import {
  answerOffer,
  changePlacement,
  nameTutors,
  offerPlacement,
  partiesOf,
  placementById,
  proposePlacement,
  recordAgreement,
  recordPlacementEvent,
  releasableFields,
  runPlacement,
  setSchoolWeek,
} from '#features/placements/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Chance } from '../chance.ts'
import type { ToldPlacement, Untold } from './told-placement.ts'
import { purposes } from './words.ts'

const weekdays = [1, 2, 3, 4, 5]

/** The days that the provider does not have are spent at school. */
export const schoolWeek = (
  doer: Doer,
  {
    childId,
    schoolId,
    story,
  }: { childId: string; schoolId: string; story: ToldPlacement['story'] },
) =>
  setSchoolWeek(doer, {
    childId,
    schoolId,
    fromOn: doer.today,
    sessions: weekdays
      .filter(weekday => !story.days.includes(weekday))
      .map(weekday => ({ weekday, startsAt: '09:00', endsAt: '15:00', breakMinutes: 60 })),
    subjects: story.withoutScience ? ['english', 'maths'] : ['english', 'maths', 'science'],
  })

export const propose = (
  doer: Doer,
  chance: Chance,
  { childId, provider, story }: Untold,
  startsOn: IsoDate,
) =>
  proposePlacement(doer, {
    childId,
    providerId: provider.id,
    kind: 'alternative provision',
    route: story.route ?? 'tier 3',
    purpose: chance.oneOf(purposes),
    needCategory: chance.oneOf(['behaviour', 'behaviour', 'vulnerability', 'health'] as const),
    plannedStartOn: startsOn,
    plannedEndOn: addDays(startsOn, story.reached === 'ended' ? (story.lasts ?? 200) : 200),
    sessions: story.days.map(weekday => ({
      weekday,
      startsAt: '09:30',
      endsAt: '15:00',
      breakMinutes: 30,
      supervisedBy: 'A tutor of the provider',
      subjects: chance.oneOf([['english', 'vocational'], ['maths', 'vocational'], ['science']]),
      travel: chance.oneOf(['Taxi, both ways', 'Bus 41', 'Walks']),
    })),
  })

/** If something stands in the way it is overridden in the name of the head, as the page asks. */
export async function offer(
  doer: Doer,
  id: string,
  {
    headName,
    reason = 'Nobody else has room this half-term. What is missing is asked for this week.',
  }: {
    headName: string
    reason?: string | undefined
  },
) {
  const placement = await runPlacement(doer.tx, id, ['proposed'])
  const fields = await releasableFields(doer, placement.child_id)
  await offerPlacement(doer, placement, {
    fields: [
      ...fields.filter(({ key }) => key !== 'upn'),
      {
        key: 'helps',
        label: 'What helps this child to learn',
        value: 'A quiet start, and one task at a time.',
      },
      {
        key: 'emergency',
        label: 'Whom to ring in an emergency',
        value: 'The school office, 01632 960000',
      },
    ],
    why: 'To decide about the placement, and to keep the child safe there',
    withheld: 'The history of the family: nobody there needs it to teach.',
    override: { reason, headName },
  })
}

/** What the page of details asks: what is taught there, who looks after the child, and the code of the register. */
export async function details(doer: Doer, { id }: ToldPlacement) {
  const placement = await placementById(doer.tx, id)
  await changePlacement(doer.tx, placement, {
    subjects: ['vocational', 'personal development'],
    supervised: true,
    dual_registered: false,
    attendance_code: 'B',
    travel: 'The school pays the taxi',
    price_pence: 9_500,
    price_per: 'day',
    school_contact: 'The head of year',
    agreement_on: doer.today,
    risk_assessed_on: doer.today,
  })
  await recordPlacementEvent(doer, id, 'details changed')
}

export async function answer(doer: Doer, { id, story, provider }: ToldPlacement) {
  const placement = await placementById(doer.tx, id)
  if (story.reached === 'declined')
    return answerOffer(doer, placement, {
      answer: 'decline',
      because: 'The group of these days is full until the summer.',
    })
  await answerOffer(doer, placement, { answer: 'accept', contact: 'The office, before nine' })
  if (provider.tutor) await nameTutors(doer, placement, [], [provider.tutor.userId])
}

/** Everyone is asked; of what has not begun the last one has not answered yet. */
export async function agreements(doer: Doer, { id, story }: ToldPlacement) {
  const placement = await runPlacement(doer.tx, id, ['accepted'])
  const parties = await partiesOf(doer.tx, placement)
  for (const party of story.reached === 'accepted' ? parties.slice(0, -1) : parties)
    await recordAgreement(doer, placement, party, {
      agreed: true,
      onDay: doer.today,
      how: 'A conversation at school',
    })
}

import { addDays, type IsoDate } from '#domain/dates.ts'
import { placementById } from '#features/placements/index.ts'
import {
  beginReport,
  keepPart,
  markRead,
  type ReportWords,
  reportCalled,
  saveDraft,
  sendReport,
} from '#features/reports/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { momentOn } from '../days.ts'
import type { CastMember } from '../people.ts'
import type { Stage } from '../stage.ts'
import type { Setting } from './setting.ts'
import type { ToldPlacement } from './told-placement.ts'

/** Writes a report and sends it, as its pages do. */
export async function report(
  doer: Doer,
  placementId: string,
  kind: 'progress' | 'incident',
  words: ReportWords,
  part?: { readonly words: string; readonly actions: string; readonly told: string },
): Promise<string> {
  const { tx } = doer
  const id = await beginReport(doer, await placementById(tx, placementId), kind)
  await saveDraft(doer, await reportCalled(tx, id), words)
  if (part) await keepPart(doer, await reportCalled(tx, id), undefined, part)
  await sendReport(doer, await reportCalled(tx, id))
  return id
}

/**
 * What providers report: progress that was read, an incident with a part for safeguarding leads that the school has
 * answered, one of yesterday that nobody has read, and a draft that its tutor has still to send.
 */
export async function tellReports(stage: Stage, setting: Setting, told: readonly ToldPlacement[]) {
  const running = told.filter(
    ({ story, provider }) => story.reached === 'live' && provider.tutor !== undefined,
  )
  const [calm, grave, fresh, unfinished] = running
  const by = <T>(who: CastMember, daysAgo: number, work: (doer: Doer) => Promise<T>) =>
    stage.as(who, momentOn(before(stage, daysAgo), 5), work)

  if (calm?.provider.tutor) {
    const sent = await by(calm.provider.tutor, 6, doer =>
      report(doer, calm.id, 'progress', goesWell),
    )
    await by(calm.commissioner, 5, async doer =>
      markRead(doer, await reportCalled(doer.tx, sent), null),
    )
  }
  if (grave?.provider.tutor) {
    const sent = await by(grave.provider.tutor, 4, doer =>
      report(
        doer,
        grave.id,
        'incident',
        { ...quarrel, happened_on: before(stage, 4) },
        whatWasSaid,
      ),
    )
    const school = await by(grave.commissioner, 3, ({ tx }) =>
      tx
        .selectFrom('enrolment')
        .select('school_id')
        .where('child_id', '=', grave.childId)
        .where('to_on', 'is', null)
        .executeTakeFirst(),
    )
    const lead = setting.cast.schools.get(school?.school_id ?? '')?.safeguardingLead
    if (lead)
      await by(lead, 3, async doer =>
        markRead(
          doer,
          await reportCalled(doer.tx, sent),
          'Thank you. We have spoken to the child and to the family, and come on Thursday.',
        ),
      )
  }
  if (fresh?.provider.tutor)
    await by(fresh.provider.tutor, 1, doer =>
      report(doer, fresh.id, 'incident', { ...burn, happened_on: before(stage, 1) }),
    )
  if (unfinished?.provider.tutor)
    await by(unfinished.provider.tutor, 1, async doer => {
      const id = await beginReport(doer, await placementById(doer.tx, unfinished.id), 'progress')
      await saveDraft(doer, await reportCalled(doer.tx, id), { done: goesWell.done })
    })
}

const before = ({ today }: Stage, days: number): IsoDate => addDays(today, -days)

const goesWell = {
  done: 'Brickwork twice a week, a reading hour, and one day on a site with the foreman.',
  learning: 'Measures and draws to scale without help. Reads the instructions aloud since October.',
  engagement: 'Arrives on time and asks for work. Gets loud when others wait for the same tool.',
  next_steps: 'The first unit of the certificate, and a longer reading text each week.',
  for_school: 'Please send the maths topics of this half-term, so that we can use them.',
} as const

const quarrel = {
  happened_at: '10:40',
  place: 'In the workshop, beside the lathes',
  account:
    'Two pupils argued about a place at the bench. The child threw a glove, then a file, at the wall. A tutor stepped between them. The child sat down in the yard and said what was behind it.',
  involved: 'Another pupil, and the tutor of the workshop',
  done_at_once: 'The machines were switched off. The child had ten minutes outside with a tutor.',
  injuries: 'Nobody was hurt.',
  held: false,
  held_how: null,
  police: false,
  police_note: null,
  carers_told: true,
  carers_note: 'The grandmother, by the manager, at 11:15 by telephone',
  follow_up: 'A talk between the two on the next day, with the tutor. A fixed place at the bench.',
} as const

const whatWasSaid = {
  words: 'In the yard the child said: “I have not slept at home since Sunday.” More was not asked.',
  actions: 'The child was thanked for saying it, and told who has to know.',
  told: 'Our safeguarding lead at 11:00, who rang the hub at 11:20',
} as const

const burn = {
  happened_at: '14:05',
  place: 'In the kitchen',
  account: 'The child took a tray from the oven with a wet cloth, and let it fall.',
  involved: 'Nobody else',
  done_at_once: 'Twenty minutes of cold water. The first aider looked at it.',
  injuries: 'A small burn on one finger. First aid, no doctor.',
  held: false,
  police: false,
  carers_told: true,
  carers_note: 'The mother, by the tutor, when she came at three',
  follow_up: 'Dry gloves hang at the oven now.',
} as const

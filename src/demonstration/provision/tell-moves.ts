import { addDays } from '#domain/dates.ts'
import {
  answerMove,
  completeMove,
  moveById,
  type Party,
  partiesOfMove,
  proposeMove,
} from '#features/moves/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { demonstrationCalendar, momentOn } from '../days.ts'
import type { CastMember } from '../people.ts'
import type { Stage } from '../stage.ts'
import { enter } from './child-of-story.ts'
import type { Setting } from './setting.ts'
import { onDay } from './told-placement.ts'

type Stands = 'with the other school' | 'with a parent' | 'completed'

/** Where a move stands, and when it was proposed, in days before today. */
const moveStories: readonly { readonly stands: Stands; readonly proposedAgo: number }[] = [
  { stands: 'with the other school', proposedAgo: 8 },
  { stands: 'with a parent', proposedAgo: 13 },
  { stands: 'completed', proposedAgo: 44 },
]

/** Children who move from one school of the partnership to another for good: one proposed everywhere, all kinds in the first. */
export async function tellMoves(stage: Stage, setting: Setting) {
  const [from, to] = setting.partnership.schools
  const giving = from && setting.cast.schools.get(from.id)?.referrer
  const receiving = to && setting.cast.schools.get(to.id)?.referrer
  if (!from || !to || !giving || !receiving) return
  for (const { stands, proposedAgo } of setting.index === 0
    ? moveStories
    : moveStories.slice(0, 1)) {
    const child = await enter(stage, setting, {
      school: from,
      referrer: giving,
      telling: { needs: 'none', yearGroup: 9 },
      daysAgo: proposedAgo + 40,
    })
    const day = (days: number) => addDays(stage.today, days - proposedAgo)
    const calendar = demonstrationCalendar(stage.today)
    const startOn = calendar.lastOnOrBefore(day(30)) ?? day(30)
    const id = await stage.as(giving, momentOn(day(0), 3), async doer => {
      const move = await proposeMove(doer, child.id, to.id, {
        startOn,
        purpose: 'fresh-start',
        protocol: 'The protocol of the partnership',
        agreement,
        pressure: false,
        trial: false,
        trialEndOn: null,
      })
      await agree(onDay(doer, day(1), 2), move, 'from school')
      if (stands !== 'with a parent')
        await agree(onDay(doer, day(3), 2), move, 'person with parental responsibility')
      return move
    })
    if (stands === 'with the other school') continue
    await asReceiving(stage, receiving, day(5), doer => agree(doer, id, 'to school'))
    if (stands === 'completed')
      await asReceiving(stage, receiving, startOn, async doer =>
        completeMove(doer, await moveById(doer.tx, id), startOn),
      )
  }
}

const asReceiving = (
  stage: Stage,
  who: CastMember,
  day: ReturnType<typeof addDays>,
  work: (doer: Doer) => Promise<unknown>,
) => stage.as(who, momentOn(day, 3), work)

/** What each party of that kind says to the words as they stand. */
async function agree(doer: Doer, id: string, party: Party) {
  const move = await moveById(doer.tx, id)
  for (const each of await partiesOfMove(doer.tx, move))
    if (each.party === party)
      await answerMove(doer, { move, sha256: move.agreement_sha256 }, each, {
        agreed: true,
        onDay: doer.today,
        how: party === 'to school' ? 'By the head' : 'In a conversation at school',
        because: null,
      })
}

const agreement =
  'The child joins the other school for good, in the same year group. Both heads of year meet the child and the mother in the week before. A mentor stays in touch for the first half-term. Books, records and what helps in lessons go with the child on the first day.'

import { addDays, type IsoDate } from '#domain/dates.ts'
import { type ExpectedSession, expectedSessions, markSession } from '#features/attendance/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Chance } from '../chance.ts'
import { momentOn } from '../days.ts'
import type { Stage } from '../stage.ts'
import { onDay, type ProviderCast } from './told-placement.ts'
import { absences } from './words.ts'

const weeks = 5

/**
 * The registers of the last weeks, each on its day. One provider has not returned those of the last days; another has
 * begun today’s, with a child of whom nobody knows why it is not there.
 */
export async function tellRegisters(
  stage: Stage,
  chance: Chance,
  provider: ProviderCast,
  { isLate }: { isLate: boolean },
) {
  const from = addDays(stage.today, -7 * weeks)
  const until = isLate ? addDays(stage.today, -4) : stage.today
  // As one scene, with the clock of each day: a scene for every day would be two hundred.
  await stage.as(provider.manager, momentOn(stage.today, 6), async doer => {
    const sessions = await expectedSessions(doer.tx, from, until, { providerId: provider.id })
    const today = sessions.filter(({ day }) => day === stage.today)
    for (const session of sessions)
      if (session.day < stage.today) await markOn(doer, chance, session)
    const [first, second] = today
    if (first) await markSession(doer, first, { mark: 'present' })
    if (second)
      await markSession(
        doer,
        second,
        { mark: 'absent', reason: 'not known' },
        { note: 'Nobody answers at home.' },
      )
    await correctOne(doer, provider.id, addDays(stage.today, -9))
  })
}

async function markOn(doer: Doer, chance: Chance, session: ExpectedSession) {
  const dice = chance.next()
  const then = onDay(doer, session.day, 3)
  if (dice < 0.03) return markSession(then, session, { mark: 'did not happen' })
  if (dice < 0.1)
    return markSession(then, session, { mark: 'late', minutes: chance.between(5, 40) })
  if (dice < 0.2)
    return markSession(then, session, { mark: 'absent', reason: chance.oneOf(absences) })
  if (dice < 0.24)
    return markSession(
      onDay(doer, addDays(session.day, 1), 1),
      session,
      { mark: 'present' },
      { because: 'There was no signal at the farm.' },
    )
  return markSession(then, session, { mark: 'present' })
}

/** The first mark stays beside its correction. */
async function correctOne(doer: Doer, providerId: string, since: IsoDate) {
  const [marked] = await expectedSessions(doer.tx, since, addDays(since, 4), { providerId })
  if (!marked?.mark) return
  await markSession(
    onDay(doer, addDays(marked.day, 1), 4),
    marked,
    marked.mark.mark === 'late' ? { mark: 'present' } : { mark: 'late', minutes: 10 },
    { because: 'The taxi driver rang the next day.' },
  )
}

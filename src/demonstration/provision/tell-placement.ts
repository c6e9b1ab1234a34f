import { addDays, type IsoDate } from '#domain/dates.ts'
import {
  endPlacement,
  placementById,
  runPlacement,
  startPlacement,
  withdrawPlacement,
} from '#features/placements/index.ts'
import { agreePlan } from '#features/plans/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Chance } from '../chance.ts'
import { demonstrationCalendar, momentOn } from '../days.ts'
import type { CastMember } from '../people.ts'
import type { Stage } from '../stage.ts'
import { agreements, answer, details, offer, propose, schoolWeek } from './steps-of-placement.ts'
import { shortTerm, tellWhatGoesOn, tellWhatTheProviderDoes, writePlan } from './tell-plan.ts'
import { report } from './tell-reports.ts'
import { earlier, type ToldPlacement, type Untold } from './told-placement.ts'

/** From the proposal to where the story leaves it, each step by the person whose it is, on its day. */
export async function tellPlacement(
  stage: Stage,
  chance: Chance,
  wanted: Untold & { readonly schoolId: string; readonly headName: string },
): Promise<ToldPlacement> {
  const { story, commissioner, provider } = wanted
  const startsOn = schoolDay(stage, addDays(stage.today, -story.startsAgo))
  const ago = (days: number) => earlier(addDays(startsOn, -days), stage.today)
  const by = (who: CastMember, day: IsoDate, work: (doer: Doer) => Promise<unknown>) =>
    stage.as(who, momentOn(day, chance.between(0, 6)), work)

  let id = ''
  await by(commissioner, ago(12), async doer => {
    if (!story.schoolWeekUnknown) await schoolWeek(doer, wanted)
    id = await propose(doer, chance, wanted, startsOn)
    if (story.reached === 'proposed') return
    if (story.shortTerm && story.shortTerm !== 'draft')
      await shortTerm(doer, { ...wanted, id, startsOn, today: stage.today })
    await offer(doer, id, { headName: wanted.headName, reason: story.override })
    if (story.reached === 'withdrawn')
      await withdrawPlacement(
        doer,
        await runPlacement(doer.tx, id, ['offered']),
        'The family moves before the day.',
      )
  })
  const told = { ...wanted, id, startsOn, today: stage.today }
  if (['proposed', 'offered', 'withdrawn'].includes(story.reached)) return told
  await by(provider.manager, ago(9), doer => answer(doer, told))
  if (story.reached === 'declined') return told
  await by(commissioner, ago(6), async doer => {
    await agreements(doer, told)
    if (!story.schoolWeekUnknown) await details(doer, told)
    if (story.plan) await writePlan(doer, chance, told)
  })
  if (story.plan === 'agreed')
    await by(provider.manager, ago(3), async doer =>
      agreePlan(doer, await placementById(doer.tx, id)),
    )
  if (story.reached === 'accepted') return told
  await by(commissioner, ago(0), async doer => {
    await startPlacement(doer, await runPlacement(doer.tx, id, ['accepted']), startsOn)
    await tellWhatGoesOn(doer, chance, told)
  })
  await tellWhatTheProviderDoes(stage, told)
  return told
}

/** Its last day: the provider reports, and who commissioned it ends it. The closing record is another story. */
export async function tellEnd(stage: Stage, told: ToldPlacement) {
  const { id, startsOn, commissioner, provider, story } = told
  const endedOn = earlier(addDays(startsOn, story.lasts ?? 0), addDays(stage.today, -1))
  await stage.as(provider.manager, momentOn(endedOn, 5), doer =>
    report(doer, id, 'progress', {
      done: 'Two units of the certificate, and a portfolio with pictures of each piece.',
      learning: 'Finished both units, was late three times, and leaves with the portfolio.',
      next_steps: 'We would have the child again.',
    }),
  )
  await stage.as(commissioner, momentOn(endedOn, 6), async doer =>
    endPlacement(doer, await runPlacement(doer.tx, id, ['live']), {
      endedOn,
      reason: 'The time that was agreed is over.',
    }),
  )
}

const schoolDay = ({ today }: Stage, day: IsoDate): IsoDate =>
  demonstrationCalendar(today).lastOnOrBefore(day) ?? day

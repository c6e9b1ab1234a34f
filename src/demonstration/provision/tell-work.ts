import { addDays } from '#domain/dates.ts'
import { arrangeWork, startWork } from '#features/moves/index.ts'
import { placementById } from '#features/placements/index.ts'
import { demonstrationCalendar, momentOn } from '../days.ts'
import type { Stage } from '../stage.ts'
import { enter } from './child-of-story.ts'
import type { Setting } from './setting.ts'
import { schoolWeek } from './steps-of-placement.ts'
import { onDay } from './told-placement.ts'

const startedAgo = 31
/** More than the year after which a host is looked at again, and less when the child began. */
const checkedAgo = 385

/** A day a week with a host, for a pupil in the last year: its check was in date at the start, and is not any more. */
export async function tellWork(stage: Stage, setting: Setting): Promise<number> {
  const school = setting.partnership.schools.find(({ highAge }) => highAge >= 16)
  const referrer = school && setting.cast.schools.get(school.id)?.referrer
  if (!school || !referrer) return 0
  const child = await enter(stage, setting, {
    school,
    referrer,
    telling: { needs: 'none', yearGroup: 11 },
    daysAgo: startedAgo + 60,
  })
  const ago = addDays(stage.today, -startedAgo)
  const startOn = demonstrationCalendar(stage.today).lastOnOrBefore(ago) ?? ago
  await stage.as(referrer, momentOn(addDays(startOn, -10), 3), async doer => {
    const days = [4]
    await schoolWeek(doer, {
      childId: child.id,
      schoolId: school.id,
      story: { days, reached: 'live', startsAgo: startedAgo },
    })
    const id = await arrangeWork(doer, child.id, {
      purpose: 'To find out whether the trade is the right one before choosing a college course.',
      startOn,
      endOn: addDays(startOn, 150),
      sessions: days.map(weekday => ({
        weekday,
        startsAt: '08:30',
        endsAt: '15:30',
        breakMinutes: 45,
        supervisedBy: 'The foreman',
        travel: 'Bus 41',
      })),
      work: {
        host: 'Harbury Boat Repairs',
        address: 'The old quay, Harbury, Fennshire',
        contact: 'The office, 01632 960111',
        activity: 'Sanding, painting and fitting, beside a boatbuilder',
        goal: 'post-16-transition',
        employsAnyone: true,
        fullyAudited: false,
        liabilityPence: 1_000_000_000,
        checkedOn: addDays(stage.today, -checkedAgo),
        declaredOn: addDays(startOn, -12),
        indicators: [],
        code: 'W',
      },
    })
    const starting = onDay(doer, startOn, 1)
    await startWork(starting, await placementById(doer.tx, id), startOn)
  })
  return 1
}

import { addDays } from '#domain/dates.ts'
import type { Chance } from '../chance.ts'
import type { DemonstrationChild, Telling } from '../children.ts'
import type { School } from '../county.ts'
import { momentOn } from '../days.ts'
import { tellReferral } from '../partnership-story.ts'
import type { CastMember } from '../people.ts'
import type { Stage } from '../stage.ts'
import type { ProvisionStory } from './provision-story.ts'
import type { Setting } from './setting.ts'

/** The child of a decision of the panel; or one who was referred, and whose case nobody has decided yet. */
export async function childOf(
  stage: Stage,
  chance: Chance,
  setting: Setting,
  { child, startsAgo }: ProvisionStory,
): Promise<{ id: string; school: School } | undefined> {
  if ('decided' in child)
    return setting.decided.find(
      ({ code, meeting }) => code === child.decided && meeting === child.meeting,
    )
  const school = chance.oneOf(setting.partnership.schools)
  const referrer = setting.cast.schools.get(school.id)?.referrer
  if (!referrer) return undefined
  const daysAgo = Math.max(startsAgo, -4) + 24
  const entered = await enter(stage, setting, {
    school,
    referrer,
    telling: child,
    daysAgo: daysAgo + 20,
  })
  const course = child.care === 'own' || child.needs === 'ehcp' ? 'looked at' : 'accepted'
  await tellReferral(
    stage,
    chance,
    { coordinator: setting.cast.coordinator, referrer },
    { child: entered, story: { course, telling: child, askedFor: 'tier-3', daysAgo } },
  )
  return { id: entered.id, school }
}

export const enter = (
  stage: Stage,
  { born, outward }: Setting,
  {
    school,
    referrer,
    telling,
    daysAgo,
  }: { school: School; referrer: CastMember; telling: Telling; daysAgo: number },
): Promise<DemonstrationChild> =>
  stage.as(referrer, momentOn(addDays(stage.today, -daysAgo), 2), doer =>
    born.enter(doer, school, outward, telling),
  )

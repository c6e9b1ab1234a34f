import { addDays } from '#domain/dates.ts'
import { setCareStatus } from '#features/children/index.ts'
import { recordAgreement, recordCheck, sightEvidence } from '#features/providers/index.ts'
import type { Chance } from '../chance.ts'
import { momentOn } from '../days.ts'
import type { CastMember } from '../people.ts'
import type { Stage } from '../stage.ts'
import type { BoughtStory } from './bought-stories.ts'
import { enter } from './child-of-story.ts'
import type { Setting } from './setting.ts'
import { tellPlacement } from './tell-placement.ts'
import type { ProviderCast, ToldPlacement } from './told-placement.ts'

/** A school buys a place itself for a looked-after child; it has looked at the provider, or its head says why not yet. */
export async function buy(
  stage: Stage,
  chance: Chance,
  setting: Setting,
  { story, provider, n }: { story: BoughtStory; provider: ProviderCast | undefined; n: number },
): Promise<ToldPlacement | undefined> {
  const school = setting.partnership.schools[n % 2]
  const referrer = school && setting.cast.schools.get(school.id)?.referrer
  if (!school || !referrer || !provider) return undefined
  const child = await enter(stage, setting, {
    school,
    referrer,
    telling: { care: careOf(story) },
    daysAgo: story.startsAgo + 40,
  })
  if (!story.override) await lookAt(stage, referrer, provider, story.startsAgo + 20)
  if (story.careSince !== undefined) await comesIntoCare(stage, referrer, child.id, story.careSince)
  return tellPlacement(stage, chance, {
    childId: child.id,
    schoolId: school.id,
    headName: setting.cast.schools.get(school.id)?.head.name ?? 'The head',
    commissioner: referrer,
    provider,
    story: {
      days: story.days,
      reached: 'live',
      startsAgo: story.startsAgo,
      plan: 'agreed',
      nextReview: 10,
      contacts: [3],
      ...(story.override ? { override: story.override } : {}),
    },
  })
}

const careOf = ({ form, careSince }: BoughtStory) => {
  if (form === 'of another authority') return 'other, contacts known'
  return careSince === undefined ? 'own' : 'never'
}

const comesIntoCare = (stage: Stage, referrer: CastMember, childId: string, daysAgo: number) =>
  stage.as(referrer, momentOn(addDays(stage.today, -daysAgo), 1), doer =>
    setCareStatus(doer, {
      childId,
      status: 'looked-after',
      authority: 'fennshire',
      fromOn: doer.today,
      source: 'social care',
      socialWorker: 'Duty desk, children’s services',
      virtualSchoolContact: 'Virtual School, Fennshire',
    }),
  )

/** Before it buys, a school sees the documents itself, checks registration and staff, and signs. */
const lookAt = (stage: Stage, referrer: CastMember, provider: ProviderCast, daysAgo: number) =>
  stage.as(referrer, momentOn(addDays(stage.today, -daysAgo), 3), async doer => {
    const before = await doer.tx
      .selectFrom('service_level_agreement')
      .select('id')
      .where('provider_id', '=', provider.id)
      .where('commissioner_id', '=', doer.me.organisationId)
      .executeTakeFirst()
    if (before) return
    const items = await doer.tx
      .selectFrom('evidence_item')
      .select('id')
      .where('provider_id', '=', provider.id)
      .where('superseded_at', 'is', null)
      .orderBy('document')
      .execute()
    for (const { id } of items)
      await sightEvidence(doer, {
        evidenceId: id,
        providerId: provider.id,
        seen: true,
        seenOn: doer.today,
        how: 'at the provider',
        whatChecked: 'Name, days and signature',
      })
    for (const what of ['registration', 'staff'] as const)
      await recordCheck(doer, provider.id, { what, checkedOn: doer.today, found: 'In order' })
    await recordAgreement(doer, provider.id, {
      signedOn: doer.today,
      signedForCommissioner: 'The head',
      signedForProvider: 'The head of provision',
      endsOn: addDays(doer.today, 365),
      kcsieClause: true,
      note: null,
    })
  })

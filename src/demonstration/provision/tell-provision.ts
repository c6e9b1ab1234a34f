import { addDays } from '#domain/dates.ts'
import { leaveFindingsToTheJob } from '#features/findings/index.ts'
import { type Chance, chanceOf } from '../chance.ts'
import type { Stage } from '../stage.ts'
import { type BoughtStory, boughtStories } from './bought-stories.ts'
import { buy } from './buy.ts'
import { childOf } from './child-of-story.ts'
import { provisionStories } from './provision-stories.ts'
import type { ProvisionStory } from './provision-story.ts'
import type { Setting } from './setting.ts'
import { tellClosing } from './tell-closing.ts'
import { tellDirections } from './tell-directions.ts'
import { tellForm } from './tell-forms.ts'
import { tellMoves } from './tell-moves.ts'
import { tellEnd, tellPlacement } from './tell-placement.ts'
import { tellRegisters } from './tell-registers.ts'
import { tellReports } from './tell-reports.ts'
import { relyOnReport, tellVisits } from './tell-visits.ts'
import { tellWork } from './tell-work.ts'
import type { ProviderCast, ToldPlacement } from './told-placement.ts'

const ownProviders = 3
/** Whole for the first partnership; of the others what everybody should find at work. */
const toldOf = <Story extends { readonly everywhere?: boolean }>(
  stories: readonly Story[],
  { index }: Setting,
) => stories.filter(({ everywhere }) => index === 0 || everywhere)

/** What came after the panel: the placements of one partnership and of its schools, as they run, with their registers. */
export async function tellProvision(loud: Stage, setting: Setting): Promise<number> {
  const stage = quietly(loud)
  const chance = chanceOf(20_260_950 + setting.index)
  const providers = providersOf(setting)
  const told: ToldPlacement[] = []
  const bought: (readonly [ToldPlacement, BoughtStory])[] = []
  // In the order of their first days: who is offered a place is weighed against those who were there by then.
  for (const { tell } of [
    ...toldOf(provisionStories, setting).map(story => ({
      startsAgo: story.startsAgo,
      tell: async () => {
        const placement = await arrange(stage, chance, setting, story, providers[story.provider])
        if (placement) told.push(placement)
      },
    })),
    ...toldOf(boughtStories, setting).map((story, n) => ({
      startsAgo: story.startsAgo,
      tell: async () => {
        const provider = providers[story.provider]
        const placement = await buy(stage, chance, setting, { story, provider, n })
        if (placement) bought.push([placement, story])
      },
    })),
  ].sort((one, other) => other.startsAgo - one.startsAgo))
    await tell()
  const all = [...told, ...bought.map(([placement]) => placement)]
  for (const placement of all) {
    const { reached } = placement.story
    if (reached !== 'ended' && reached !== 'closed') continue
    await tellEnd(stage, placement)
    await tellClosing(stage, placement)
  }
  for (const [placement, { form, careSince }] of bought)
    if (form !== 'of another authority')
      await tellForm(stage, chance, setting.people.virtualSchool, placement, {
        stands: form,
        since: careSince === undefined ? undefined : addDays(stage.today, -careSince),
      })
  for (const [n, provider] of providers.entries())
    await tellRegisters(stage, chance, provider, { isLate: n === 2 })
  await tellReports(stage, setting, told)
  await tellVisits(stage, setting, providers)
  await tellMoves(stage, setting)
  await tellDirections(stage, setting)
  const atWork = setting.index === 0 ? await tellWork(stage, setting) : 0
  return all.length + atWork
}

async function arrange(
  stage: Stage,
  chance: Chance,
  setting: Setting,
  story: ProvisionStory,
  provider: ProviderCast | undefined,
): Promise<ToldPlacement | undefined> {
  const child = await childOf(stage, chance, setting, story)
  if (!provider || !child) return undefined
  return tellPlacement(stage, chance, {
    childId: child.id,
    schoolId: child.school.id,
    headName: setting.cast.schools.get(child.school.id)?.head.name ?? 'The head',
    commissioner: setting.cast.coordinator,
    provider,
    story,
  })
}

/** The rules are asked about what stands at the end, and not at each step on the way. */
const quietly = (stage: Stage): Stage => ({
  ...stage,
  as: (actor, at, work) =>
    stage.as(actor, at, doer => {
      leaveFindingsToTheJob(doer)
      return work(doer)
    }),
})

const providersOf = ({ people, index }: Setting): readonly ProviderCast[] =>
  people.providers.slice(index * ownProviders, (index + 1) * ownProviders)

/** Another partnership has a child at the busiest provider too: over both of them it is over the limit. */
export async function tellSharedProvider(
  loud: Stage,
  settings: readonly Setting[],
): Promise<number> {
  const stage = quietly(loud)
  const chance = chanceOf(20_260_990)
  const provider = settings[0]?.people.providers[1]
  let told = 0
  for (const setting of settings.slice(1, 2)) {
    const story: ProvisionStory = {
      child: {},
      provider: 1,
      days: [1, 2, 3, 4],
      reached: 'live',
      startsAgo: 15,
      plan: 'agreed',
      nextReview: 14,
      contacts: [5],
      override:
        'The authority knows that this provider must register, and has written to it. We take the child out at half-term if it has not applied by then.',
    }
    if (!(await arrange(stage, chance, setting, story, provider))) continue
    told += 1
    if (provider) await relyOnReport(stage, setting.cast.coordinator, provider.id)
  }
  return told
}

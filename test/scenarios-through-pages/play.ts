import { expect } from 'vitest'
import type { Facts, Placement } from '#rules/facts.ts'
import { factsOf } from '#rules/scenario-files.ts'
import { type Actor, type ScenarioCounty, scenario } from './county-of-the-scenarios.ts'
import { enterPlacement, enterPupil } from './enter-placement.ts'
import { enterException } from './enter-plan.ts'
import { enterProvider, everyPart, type Part } from './enter-provider.ts'
import { enterVisits } from './enter-visits.ts'
import { compare, findingsOn } from './findings-on-page.ts'

/** What is done about a placement that runs before the page is read. */
export type After = (
  actor: Actor,
  placement: string,
  facts: Placement,
  provider: Actor,
  all: Facts,
) => Promise<void>

export interface Play {
  readonly parts?: readonly Part[] | 'everything'
  /** Words of the working that must be read on the page. */
  readonly figure?: string | undefined
  readonly after?: After | undefined
  /** Visits are entered on their own days; an assessment is a visit here. */
  readonly visits?: 'with assessments' | 'alone'
  /** The day on which it is typed in, where that is not the day of the case. */
  readonly enteredOn?: string
}

/**
 * Plays a worked case: its people type in its facts, page by page, and what they then read is compared with what the case
 * expects. Providers have the number of the case in their names, so that cases can share a county.
 */
export async function play(county: ScenarioCounty, id: string, how: Play = {}) {
  const each = scenario(id)
  const facts = renamed(factsOf(each), id)
  const day = facts.asOf.slice(0, 10)
  const typedIn = () => county.site.setToday(how.enteredOn ?? day)
  typedIn()
  const keys = [...new Set((facts.placements ?? []).flatMap(each => each.commissioners ?? []))]
  const providers = new Map<string, Awaited<ReturnType<ScenarioCounty['provider']>>>()
  for (const about of facts.providers ?? []) {
    const provider = await county.provider(about.name ?? '')
    providers.set(about.id, provider)
    const parts = how.parts === 'everything' ? everyPart : (how.parts ?? ['registration'])
    await enterProvider(county, provider, about, parts, keys.length > 0 ? keys : ['hbep'])
    if (how.visits)
      await enterVisits(county, provider, {
        ...about,
        ...(how.visits === 'alone' ? { assessments: [] } : {}),
      })
    typedIn()
  }
  await county.runJobs()

  const children = new Map<string, string>()
  const school = county.commissioners['h01']
  for (const pupil of facts.pupils ?? []) {
    const name = `Robin ${id}${pupil.id}`
    const child = await county.child(name, pupil.yearGroup, pupil.birthDate)
    children.set(pupil.id, child)
    if (!school) continue
    await enterPupil(school, child, pupil)
    await enterException(county, school, child, pupil)
    typedIn()
  }
  const begun = []
  for (const placement of facts.placements ?? []) {
    const [child, provider] = [children.get(placement.pupil), providers.get(placement.provider)]
    if (!child || !provider) throw new Error(`${id} places nobody`)
    const begins = (placement.start ?? day) <= day
    const entered = await enterPlacement(county, child, provider, placement, { begins })
    await how.after?.(entered.actor, entered.id, placement, provider.manager, facts)
    begun.push(entered)
  }
  await county.turnTo(day)

  const read = []
  let text = ''
  for (const { id: placement, actor } of begun) {
    await actor.page.visit(`/placements/${placement}`)
    read.push(...findingsOn(actor.page))
    text += actor.page.text
  }
  for (const provider of providers.values()) {
    const reader = county.commissioners['hbep']
    await reader?.page.visit(`/providers/${provider.id}/findings`)
    if (reader) read.push(...findingsOn(reader.page))
    text += reader?.page.text
  }
  compare(each, facts, read)
  if (how.figure) expect(text).toContain(how.figure)
}

const renamed = (facts: Facts, id: string): Facts => ({
  ...facts,
  providers: (facts.providers ?? []).map(each => ({ ...each, name: `${each.name} ${id}` })),
})

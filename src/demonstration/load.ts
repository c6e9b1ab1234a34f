import { addDays } from '#domain/dates.ts'
import { finishDemonstration } from '#features/accounts/index.ts'
import {
  reevaluateAllJob,
  reevaluateChangedJob,
  reevaluateProvisionJob,
} from '#features/findings/index.ts'
import { loadGuidance } from '#features/guidance/index.ts'
import type { Db } from '#platform/database/database.ts'
import { makeLog } from '#platform/log.ts'
import type { Secret } from '#platform/secret.ts'
import { peopleOf } from './cast.ts'
import { chanceOf } from './chance.ts'
import { nursery } from './children.ts'
import { type County, foundCounty } from './county.ts'
import { momentOn } from './days.ts'
import { enterOrdinary } from './ordinary-children.ts'
import { tellProviders } from './providers.ts'
import { letLapse } from './provision/lapse.ts'
import type { Setting } from './provision/setting.ts'
import { tellProvision, tellSharedProvider } from './provision/tell-provision.ts'
import { tellQuality } from './quality.ts'
import { type Stage, stageOn } from './stage.ts'
import { tellPartnership } from './tell-partnership.ts'

/** How many children there are beside those who are referred: about 1,500 in all. */
const ordinaryChildren = 1050

export interface Told {
  readonly partnerships: number
  readonly children: number
  readonly referrals: number
  readonly meetings: number
  readonly placements: number
}

/** How much is told: the whole county, or for a test its beginning. */
export interface Length {
  readonly partnershipsTold?: number
  readonly ordinaryAtEach?: number
  /** Where documents are kept; without it none is brought. */
  readonly dataFolder?: string
}

/** Partnerships told side by side, so that both cores of a small machine have something to do. */
const lanes = 3

/**
 * Tells the demonstration county, from its founding to today, through the commands that people use. The same day gives
 * the same people, children and cases (their running numbers are given as they come); nothing is written past
 * row-level security.
 */
export async function loadDemonstration(
  db: Db,
  secret: Secret,
  now: Date,
  progress: (words: string) => void = () => undefined,
  {
    partnershipsTold = 5,
    ordinaryAtEach = Math.ceil(ordinaryChildren / 46),
    dataFolder,
  }: Length = {},
): Promise<Told> {
  const stage = stageOn(db, secret, now)
  const chance = chanceOf(20_260_911)
  progress('Making the county: schools, partnerships, providers')
  const county = await foundCounty(stage, chance)
  const people = await peopleOf(stage, chance, county)
  await stage.as(county.steward, momentOn(addDays(stage.today, -400), 1), loadGuidance)
  progress('Telling the providers')
  await tellProviders(stage, people, dataFolder)
  await tellQuality(stage, people)
  const told = {
    partnerships: partnershipsTold,
    children: 0,
    referrals: 0,
    meetings: 0,
    placements: 0,
  }
  const settings: Setting[] = []
  const waiting = [...county.partnerships.slice(0, partnershipsTold).entries()]

  async function tellNext(): Promise<void> {
    const next = waiting.shift()
    if (!next) return
    const [index, partnership] = next
    progress(`Telling ${partnership.code}`)
    const cast = people.partnerships[index]
    if (cast) {
      const own = chanceOf(20_260_911 + index + 1)
      const born = nursery(own, stage.today, index * 1000)
      // Counted after each step: a sum begun before it would forget what the other lanes told meanwhile.
      const ordinary = await enterOrdinary(stage, born, partnership, cast, ordinaryAtEach)
      told.children += ordinary
      const outward = `ZZ${index + 1}`
      const one = await tellPartnership(stage, own, born, {
        partnership,
        cast,
        people,
        outward,
        neighbour: neighbourOf(county, index),
      })
      told.children += one.children
      told.referrals += one.referrals
      told.meetings += one.meetings
      const setting = { index, partnership, cast, people, outward, born, decided: one.decided }
      settings[index] = setting
      progress(`Telling the provision of ${partnership.code}`)
      const placements = await tellProvision(stage, setting)
      told.placements += placements
    }
    await tellNext()
  }
  await Promise.all(Array.from({ length: lanes }, tellNext))
  told.placements += await tellSharedProvider(stage, settings)
  const careless = people.providers[2]
  if (careless) await letLapse(stage, careless)
  await lookAtToday(stage, now)
  await stage.as(county.steward, now, async ({ tx }) => finishDemonstration(tx))
  await stage.strike()
  return told
}

/** The partnership next door, with which one may disagree. */
const neighbourOf = ({ partnerships }: County, index: number) =>
  partnerships[(index + 1) % partnerships.length]?.id ?? ''

/** What was found on days gone by is asked again for today, as every night, and what was changed is settled. */
async function lookAtToday({ db, secret }: Stage, now: Date) {
  const tools = { db, secret, now: () => now, log: makeLog('silent') }
  for (const each of [reevaluateChangedJob, reevaluateAllJob, reevaluateProvisionJob])
    await each.work({}, tools)
}

import { addDays } from '#domain/dates.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Chance } from './chance.ts'
import type { County, Partnership } from './county.ts'
import { momentOn } from './days.ts'
import { type CastMember, casting } from './people.ts'
import type { Stage } from './stage.ts'

export interface SchoolCast {
  readonly referrer: CastMember
  readonly safeguardingLead: CastMember
  readonly head: CastMember
}
export interface PartnershipCast {
  readonly coordinator: CastMember
  readonly supportWorker: CastMember
  readonly chair: CastMember
  readonly schools: ReadonlyMap<string, SchoolCast>
}
export interface People {
  readonly admissions: CastMember
  readonly virtualSchool: CastMember
  readonly sena: CastMember
  readonly quality: CastMember
  readonly partnerships: readonly PartnershipCast[]
  readonly providers: readonly {
    readonly id: string
    readonly manager: CastMember
    readonly tutor?: CastMember
  }[]
}

/** Somebody for every role: invited by the data steward, as people are. */
export async function peopleOf(stage: Stage, chance: Chance, county: County): Promise<People> {
  const since = addDays(stage.today, -800)
  const invite = casting(stage.secret, chance, since)
  const at = (n: number) => momentOn(since, n)
  const teams = await stage.as(county.steward, at(1), async doer => {
    await invite(doer, 'data-protection-officer', county.authorityId)
    const quality = await invite(doer, 'quality-assurance', county.authorityId, {
      administrator: true,
    })
    await invite(doer, 'finance', county.authorityId)
    return {
      quality,
      admissions: await invite(doer, 'admissions', county.admissions, { administrator: true }),
      sena: await invite(doer, 'sena', county.sena, { administrator: true }),
      virtualSchool: await invite(doer, 'virtual-school', county.virtualSchool, {
        administrator: true,
      }),
    }
  })
  const partnerships: PartnershipCast[] = []
  for (const partnership of county.partnerships)
    partnerships.push(
      await stage.as(county.steward, at(2), doer => castPartnership(doer, invite, partnership)),
    )
  const providers = await stage.as(county.steward, at(3), async doer => {
    const managers: People['providers'][number][] = []
    for (const [n, provider] of county.providers.entries()) {
      const manager = await invite(doer, 'provider-manager', provider, { administrator: true })
      const hasStaff = n % 10 === 0 || (n < 15 && n % 3 === 0)
      const tutor = hasStaff ? await invite(doer, 'provider-tutor', provider) : undefined
      if (hasStaff) await invite(doer, 'provider-dsl', provider)
      managers.push({ id: provider, manager, ...(tutor ? { tutor } : {}) })
    }
    return managers
  })
  return { ...teams, partnerships, providers }
}

async function castPartnership(
  doer: Doer,
  invite: ReturnType<typeof casting>,
  partnership: Partnership,
): Promise<PartnershipCast> {
  const coordinator = await invite(doer, 'coordinator', partnership.id, { administrator: true })
  const supportWorker = await invite(doer, 'support-worker', partnership.id)
  const chair = await invite(doer, 'chair', partnership.id)
  const schools = new Map<string, SchoolCast>()
  for (const school of [
    ...partnership.schools,
    ...(partnership.former ? [partnership.former] : []),
  ])
    schools.set(school.id, {
      referrer: await invite(doer, 'school-referrer', school.id, { administrator: true }),
      safeguardingLead: await invite(doer, 'school-dsl', school.id),
      head: await invite(doer, 'panel-member', school.id),
    })
  return { coordinator, supportWorker, chair, schools }
}

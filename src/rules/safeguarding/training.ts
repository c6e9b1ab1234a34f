import { addMonths, type IsoDate } from '#domain/dates.ts'
import { lookedAfterOn } from '../counting/child.ts'
import { commissionerKind, isOver } from '../counting/placement-days.ts'
import type { Id, Provider, ProviderPerson } from '../facts.ts'
import { oncePerWorld } from '../once-per-world.ts'
import type { Law } from '../parameter.ts'
import { leadTraining, staffTraining, trainingCounts } from '../parameters/safeguarding.ts'
import type { World } from '../world.ts'

export const isLead = ({ role }: ProviderPerson): boolean => role === 'safeguarding-lead'

/** The days on which a person was trained, up to today. */
export const trainingsOf = (
  { safeguardingTraining = [] }: ProviderPerson,
  world: World,
): readonly { readonly date: IsoDate; readonly trainer?: string }[] =>
  safeguardingTraining.filter(({ date }) => world.happened(date))

export const isCountyTrained = (person: ProviderPerson, world: World): boolean =>
  trainingsOf(person, world).some(({ trainer }) => trainer === 'county')

/** Volunteers and governors count where the pack’s stricter standard applies. */
export function peopleCounted(
  { id, people = [] }: Provider,
  world: World,
  law: Law,
): readonly ProviderPerson[] {
  const counts = law.value(trainingCounts, world.today)
  const strict =
    counts === 'everyone' || (counts === 'by-placement' && needsStricterStandard(id, world))
  return people.filter(({ role }) => strict || (role !== 'volunteer' && role !== 'governor'))
}

/** The last day on which the person’s newest training is in date; undefined for a person never trained. */
export function inDateUntil(person: ProviderPerson, world: World, law: Law): IsoDate | undefined {
  const last = trainingsOf(person, world)
    .map(({ date }) => date)
    .sort()
    .at(-1)
  if (last === undefined) return undefined
  const isSenior = isLead(person) || person.role === 'deputy-safeguarding-lead'
  return addMonths(last, law.value(isSenior ? leadTraining : staffTraining, world.today))
}

/** A school commissions here, or a looked-after child attends. */
const needsStricterStandard = oncePerWorld((provider: Id, world: World): boolean =>
  world
    .by('placements', 'provider', provider)
    .some(
      placement =>
        !isOver(placement, world) &&
        (placement.commissioners?.some(id => commissionerKind(id, world) === 'school') ||
          lookedAfterOn(world.pupil(placement.pupil), world.today) === true),
    ),
)

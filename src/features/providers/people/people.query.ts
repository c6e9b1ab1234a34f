import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import type { Visit } from '#platform/http/visit.ts'
import { providerNamed } from '../keep.query.ts'

/** Staff records are for the provider’s own manager, and for quality assurance with a second factor just now (k17). */
export async function openPeople(
  visit: Pick<Visit, 'tx' | 'me' | 'now' | 'site'> & {
    readonly params: { readonly provider: string }
  },
) {
  const { tx, me, params } = visit
  const provider = await providerNamed(tx, params.provider)
  const own = me.role === 'provider-manager' && me.organisationId === provider.id
  if (!own && me.role !== 'quality-assurance') throw new NotFound()
  if (!own) requireRecentFactor(visit)
  return { provider, me, own, people: await peopleOf(tx, provider.id) }
}
export type OpenPeople = Awaited<ReturnType<typeof openPeople>>
export type Person = OpenPeople['people'][number]

export const peopleViewed = ({ provider, people }: Pick<OpenPeople, 'provider' | 'people'>) =>
  ({
    event: 'provider.people-viewed',
    subjectKind: 'provider',
    subjectId: provider.id,
    detail: { people: people.length },
  }) as const

async function peopleOf(tx: Tx, providerId: string) {
  const people = await tx
    .selectFrom('provider_person')
    .selectAll()
    .where('provider_id', '=', providerId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const trainings = await tx
    .selectFrom('provider_training')
    .select(['id', 'person_id', 'trained_on', 'trainer', 'course'])
    .where('provider_id', '=', providerId)
    .orderBy('trained_on', 'desc')
    .execute()
  const of = Map.groupBy(trainings, ({ person_id }) => person_id)
  return people.map(person => ({ ...person, trainings: of.get(person.id) ?? [] }))
}

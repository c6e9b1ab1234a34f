import type { IsoDate } from '#domain/dates.ts'
import { londonDay } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import type { WorkItem } from '#domain/work-item.ts'
import type { Visit } from '#platform/http/visit.ts'
import { objectionsTo } from './provider/objection.ts'

/** For who commissions: reviews to hold, plans that wait for the provider, records that wait for the child’s own view. */
export async function plansToKeep({ tx, me }: Pick<Visit, 'tx' | 'me'>): Promise<WorkItem[]> {
  const mine = tx
    .selectFrom('placement')
    .leftJoin('organisation as provider', 'provider.id', 'placement.provider_id')
    .where('placement.run_by_id', '=', me.organisationId)
  const reviews = await mine
    .innerJoin('placement_review as review', 'review.placement_id', 'placement.id')
    .select([
      'placement.id',
      'placement.reference',
      'provider.name',
      'review.id as review',
      'review.due_on',
      'review.made_at',
    ])
    .where('review.held_on', 'is', null)
    .where('review.cancelled_because', 'is', null)
    .where('placement.status', '=', 'live')
    .orderBy('review.due_on')
    .execute()
  const waiting = await mine
    .innerJoin('individual_plan as plan', 'plan.placement_id', 'placement.id')
    .select(['placement.id', 'placement.reference', 'provider.name', 'plan.made_at'])
    .where('plan.status', '=', 'with provider')
    .orderBy('plan.made_at')
    .execute()
  const objections = await objectionsTo(
    tx,
    waiting.map(({ id }) => id),
  )
  const closing = await mine
    .leftJoin('placement_closing as closing', 'closing.placement_id', 'placement.id')
    .select(({ exists, selectFrom }) => [
      'placement.id',
      'placement.reference',
      'placement.ended_on',
      'provider.name',
      exists(
        selectFrom('pupil_view')
          .select('pupil_view.id')
          .whereRef('pupil_view.placement_id', '=', 'placement.id'),
      ).as('asked'),
    ])
    .where('placement.status', 'in', ['ended', 'ended early'])
    .where('closing.closed_at', 'is', null)
    .orderBy('placement.ended_on')
    .execute()
  return [
    ...reviews.map(({ id, reference, name, review, due_on, made_at }) => ({
      what: 'Hold the review of a placement',
      ...named(reference, name),
      href: `/placements/${id}/reviews/${review}`,
      due: due_on,
      since: londonDay(made_at),
      turn: 'ours' as const,
    })),
    ...waiting.map(({ id, reference, name, made_at }) => {
      const objection = objections.get(id)
      return {
        what: objection
          ? 'Change a plan: the provider cannot agree yet'
          : 'A plan waits for the provider’s agreement',
        ...named(reference, name),
        href: `/placements/${id}/plan`,
        due: null,
        since: londonDay(objection?.at ?? made_at),
        ...(objection
          ? { turn: 'ours' as const }
          : { turn: 'others' as const, whoseTurn: name ?? 'The provider' }),
      }
    }),
    ...closing.map(({ id, reference, name, ended_on, asked }) => ({
      what: asked
        ? 'Close the record of a placement'
        : 'Ask the child what they think of a placement',
      ...named(reference, name),
      href: asked ? `/placements/${id}/closing` : `/placements/${id}/pupil-view`,
      due: null,
      since: ended_on ?? ('2000-01-01' as IsoDate),
      turn: 'ours' as const,
    })),
  ]
}

/** For a provider: plans that it is asked to agree to, and reviews to come. */
export async function plansToAgree({ tx, me }: Pick<Visit, 'tx' | 'me'>): Promise<WorkItem[]> {
  const waiting = await tx
    .selectFrom('individual_plan as plan')
    .innerJoin('placement', 'placement.id', 'plan.placement_id')
    .leftJoin('organisation as commissioner', 'commissioner.id', 'placement.commissioner_id')
    .select([
      'placement.id',
      'placement.reference',
      'commissioner.name',
      'plan.made_at',
      'plan.version',
    ])
    .where('placement.provider_id', '=', me.organisationId)
    .where('plan.status', '=', 'with provider')
    .orderBy('plan.made_at')
    .execute()
  const objections = await objectionsTo(
    tx,
    waiting.map(({ id }) => id),
  )
  return waiting.map(({ id, reference, name, made_at, version }) => ({
    what: 'Agree to a plan',
    ...named(reference, name),
    href: `/placed/${id}/plan`,
    due: null,
    since: londonDay(made_at),
    ...(objections.get(id)?.version === version
      ? { turn: 'others' as const, whoseTurn: name ?? 'The commissioner' }
      : { turn: 'ours' as const }),
  }))
}

const named = (reference: number, name: string | null) => ({
  about: writeReference('placement', reference),
  detail: name ?? '',
})

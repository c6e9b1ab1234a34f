import { londonDay } from '#domain/dates.ts'
import { authorityParameters } from '#features/findings/index.ts'
import { calendarOf } from '#features/organisations/index.ts'
import type { Visit } from '#platform/http/visit.ts'
import { lawWith } from '#rules/parameter.ts'
import { offSiteNotice } from '#rules/parameters/off-site-direction.ts'
import { stepsOf } from './next-step.ts'

/** For the school: notices not yet given, reviews to come or overdue, requests that wait, even where it is over. */
export async function directionsToKeep({ tx, me, today }: Pick<Visit, 'tx' | 'me' | 'today'>) {
  const directions = await tx
    .selectFrom('off_site_direction')
    .selectAll()
    .where('school_id', '=', me.organisationId)
    .where(eb =>
      eb.or([
        eb('status', 'in', ['draft', 'issued']),
        // Over, and somebody who asked for a review still waits for an answer.
        eb(
          'id',
          'in',
          eb
            .selectFrom('off_site_review_request')
            .select('direction_id')
            .where('answered_on', 'is', null),
        ),
      ]),
    )
    .orderBy('start_on')
    .execute()
  if (directions.length === 0) return []
  const ids = directions.map(({ id }) => id)
  const reviews = Map.groupBy(
    await tx
      .selectFrom('off_site_review')
      .selectAll()
      .where('direction_id', 'in', ids)
      .where('held_on', 'is', null)
      .execute(),
    each => each.direction_id,
  )
  const requests = Map.groupBy(
    await tx
      .selectFrom('off_site_review_request')
      .selectAll()
      .where('direction_id', 'in', ids)
      .where('answered_on', 'is', null)
      .execute(),
    each => each.direction_id,
  )
  const law = lawWith(await authorityParameters(tx))
  const calendar = await calendarOf(tx, me.organisationId)
  return directions.flatMap(direction => {
    const { start_on } = direction
    const latestNotice = start_on
      ? calendar.nthBefore(start_on, law.value(offSiteNotice, start_on) + 1)
      : undefined
    return stepsOf(direction, reviews.get(direction.id) ?? [], requests.get(direction.id) ?? [], {
      today,
      latestNotice,
    }).map(({ what, due, since, href }) => ({
      what,
      about: 'Off-site direction',
      detail: '',
      href,
      due,
      since: since ?? londonDay(direction.made_at),
      turn: 'ours' as const,
    }))
  })
}

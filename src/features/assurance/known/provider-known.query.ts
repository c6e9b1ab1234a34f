import type { Tx } from '#platform/database/database.ts'
import type { Subject } from './known.query.ts'

/** What this commissioner knows and has seen of the provider itself. */
export async function assuranceKnown(tx: Tx, { provider_id, commissioner_id }: Subject) {
  return {
    provider: await tx
      .selectFrom('provider')
      .select([
        'kind',
        'registration',
        'dfe_urn',
        'ofsted_outcome',
        'ofsted_on',
        'ofsted_source',
        'qualifications',
      ])
      .where('organisation_id', '=', provider_id)
      .executeTakeFirst(),
    numberChecks: await tx
      .selectFrom('provider_number_check')
      .select(['urn', 'confirmed', 'checked_on'])
      .where('provider_id', '=', provider_id)
      .orderBy('checked_on', 'desc')
      .execute(),
    sightings: await tx
      .selectFrom('evidence_sighting as s')
      .innerJoin('evidence_item as e', 'e.id', 's.evidence_id')
      .select(['e.document', 'e.expires_on', 's.seen', 's.seen_on', 's.what_checked'])
      .where('e.provider_id', '=', provider_id)
      .where('s.commissioner_id', '=', commissioner_id)
      .where('s.withdrawn_at', 'is', null)
      .where('e.superseded_at', 'is', null)
      .orderBy('s.seen_on', 'desc')
      .execute(),
    checks: await tx
      .selectFrom('commissioner_check')
      .select(['what', 'checked_on', 'found'])
      .where('provider_id', '=', provider_id)
      .where('commissioner_id', '=', commissioner_id)
      .orderBy('checked_on', 'desc')
      .execute(),
    agreement: await tx
      .selectFrom('service_level_agreement')
      .select(['signed_on', 'ends_on', 'kcsie_clause'])
      .where('provider_id', '=', provider_id)
      .where('commissioner_id', '=', commissioner_id)
      .orderBy('signed_on', 'desc')
      .executeTakeFirst(),
    visits: await tx
      .selectFrom('visit')
      .select(['id', 'visited_on', 'status', 'commissioner_id', 'annual_assessment'])
      .where('provider_id', '=', provider_id)
      .where('visited_on', 'is not', null)
      .where('status', 'in', ['submitted', 'moderated', 'published'])
      .orderBy('visited_on', 'desc')
      .execute(),
    adoptions: await tx
      .selectFrom('visit_adoption as a')
      .innerJoin('visit as v', 'v.id', 'a.visit_id')
      .select(['a.adopted_on', 'v.visited_on'])
      .where('v.provider_id', '=', provider_id)
      .where('a.commissioner_id', '=', commissioner_id)
      .orderBy('a.adopted_on', 'desc')
      .execute(),
  }
}

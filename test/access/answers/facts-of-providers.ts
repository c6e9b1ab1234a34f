import { type Asking, iAm, ours } from '../oracle/asking.ts'
import { assuresQuality } from '../oracle/provision/providers.ts'
import { only } from './answer.ts'
import { askedAbout, cut, type Facts, there } from './fact-rows.ts'

/** Row 19: a school is told of its own sightings, checks and agreements; of staff only the jobs are told. */
export function providerFacts(asking: Asking): Facts {
  const { find, world } = asking
  const { today } = world
  const asked = askedAbout(world, 'provider')
  const about = <T extends { readonly [column: string]: unknown }>(from: readonly T[]) =>
    from.filter(row => asked.has(String(row['provider_id'] ?? row['organisation_id'])))
  const rows = {
    ...world.rows,
    provider: about(world.rows.provider),
    provider_person: about(world.rows.provider_person),
    provider_training: about(world.rows.provider_training),
    evidence_item: about(world.rows.evidence_item),
    insurance_policy: about(world.rows.insurance_policy),
    commissioner_check: about(world.rows.commissioner_check),
    service_level_agreement: about(world.rows.service_level_agreement),
    provider_audit: about(world.rows.provider_audit),
    evidence_sighting: world.rows.evidence_sighting.filter(({ evidence_id }) =>
      asked.has(find.byId('evidence_item', evidence_id)?.provider_id ?? ''),
    ),
  }
  const worker = asking.purpose === 'worker'
  const may = worker || assuresQuality(asking) || iAm(asking, 'support-worker', 'sena')
  const own = (commissioner: string) =>
    worker || !iAm(asking, 'school-referrer', 'school-dsl') || ours(asking, commissioner)
  if (!may) return {}
  const kind = (id: string) => find.byId('organisation', id)?.kind
  const byCommissioner = (from: readonly { commissioner_id: string }[]) =>
    from.filter(each => own(each.commissioner_id))
  const people = worker
    ? rows.provider_person.filter(each => !there(each, 'to_on') || String(each['to_on']) >= today)
    : []
  return {
    providers: rows.provider.map(row => {
      const id = String(row['organisation_id'])
      const [organisation, standing] = [
        find.byId('organisation', id),
        find.of('provider_standing', 'provider_id', id)[0],
      ]
      const checks = find
        .of('provider_number_check', 'provider_id', id)
        .filter(each => each['urn'] === row['dfe_urn'])
        .sort((a, b) =>
          `${a['checked_on']} ${a['recorded_at']}` < `${b['checked_on']} ${b['recorded_at']}`
            ? 1
            : -1,
        )
      const listed = rows.school.some(school => {
        const closed = find.byId('organisation', String(school['organisation_id']))?.['closed_on']
        return (
          school['urn'] !== null &&
          school['urn'] === row['dfe_urn'] &&
          (!closed || String(closed) >= today)
        )
      })
      return {
        id,
        ...only(organisation ?? {}, 'name', 'street', 'town', 'postcode'),
        ...only(row, 'kind', 'legal_form', 'dfe_urn', 'curriculum', 'minutes_per_week', 'places'),
        ...only(
          standing ?? {},
          'employs_anyone',
          'no_employees_declared_on',
          'safer_working_practice_on',
        ),
        number_known: listed || checks[0]?.['confirmed'] === true,
        on_local_list: find
          .of('provider_listing', 'provider_id', id)
          .some(each => each.left_on === null),
      }
    }),
    people: cut(people, 'id', 'provider_id', 'role', 'in_senior_leadership'),
    trainings: worker ? cut(rows.provider_training, 'person_id', 'trained_on', 'trainer') : [],
    evidence: rows.evidence_item.map(each => ({
      ...only(
        each,
        'id',
        'provider_id',
        'document',
        'expires_on',
        'staff_count',
        'first_aider_count',
        'procedures',
      ),
      current: each.superseded_at === null,
    })),
    insurance: rows.insurance_policy
      .filter(each => find.byId('evidence_item', each.evidence_id)?.superseded_at === null)
      .map(each => ({
        id: each.evidence_id,
        ...only(each, 'provider_id', 'kind', 'amount_pence', 'ends_on'),
      })),
    sightings: rows.evidence_sighting
      .filter(each => each['withdrawn_at'] === null && own(each.commissioner_id))
      .map(each => ({
        ...only(find.byId('evidence_item', each.evidence_id) ?? {}, 'provider_id', 'document'),
        ...only(each, 'commissioner_id', 'seen_on', 'seen'),
        commissioner_kind: kind(each.commissioner_id),
      })),
    checks: byCommissioner(rows.commissioner_check).map(each => ({
      ...only(each, 'provider_id', 'commissioner_id', 'what', 'checked_on'),
      commissioner_kind: kind(each.commissioner_id),
    })),
    agreements: byCommissioner(rows.service_level_agreement).map(each => ({
      ...only(each, 'id', 'provider_id', 'commissioner_id', 'signed_on', 'ends_on', 'kcsie_clause'),
      commissioner_kind: kind(each.commissioner_id),
    })),
    audits: cut(rows.provider_audit, 'id', 'provider_id', 'audited_on'),
  }
}

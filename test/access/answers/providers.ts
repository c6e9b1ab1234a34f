import { type Asking, iAm, ours } from '../oracle/asking.ts'
import { ofAProvider } from '../oracle/provision/placements.ts'
import { assuresQuality, looksInto, worksFor } from '../oracle/provision/providers.ts'
import { type Answer, asks, newest, only, perGroup } from './answer.ts'

const ofProviders = (call: string) => asks(call, 'provider', 'organisation_id')
const providers = ({ world }: Asking) =>
  world.rows.provider.map(row => String(row['organisation_id']))
const currentEvidence = ({ world }: Asking) =>
  world.rows.evidence_item.filter(({ superseded_at }) => superseded_at === null)
const isOver = (row: Readonly<Record<string, unknown>>, today: string) =>
  row['to_on'] !== null && String(row['to_on']) < today

/** What there is of an item to look at: files that were not found harmful. */
const filesOf = ({ find }: Asking, item: string) =>
  find
    .of('file', 'evidence_id', item)
    .filter(file => file['removed_at'] === null && file.state !== 'blocked')

/** Sightings that hold. */
const seenOf = ({ find }: Asking, item: string) =>
  find
    .of('evidence_sighting', 'evidence_id', item)
    .filter(each => each['seen'] === true && each['withdrawn_at'] === null)

/** Row 19, and what D21 and D23 say of concerns: counts, days and names that stand for what not everybody reads. */
export const ofTheProviders: Readonly<Record<string, Answer>> = {
  documents_in_date: {
    ask: ({ today }) => `select to_jsonb(x) from onroll.documents_in_date('${today}') x`,
    due: asking =>
      perGroup(
        currentEvidence(asking).filter(
          item =>
            item.document !== 'DOC-26' &&
            (item['expires_on'] === null || String(item['expires_on']) >= asking.world.today) &&
            (item['not_applicable_because'] !== null || filesOf(asking, item.id).length > 0) &&
            looksInto(asking, item.provider_id),
        ),
        item => item.provider_id,
        items => ({ provider_id: items[0]?.provider_id, documents: items.length }),
      ),
  },
  // The planner of visits: which document was seen when, by anybody.
  documents_sampled: {
    ask: asks('onroll.documents_sampled()'),
    due: asking =>
      assuresQuality(asking)
        ? currentEvidence(asking)
            .filter(item => seenOf(asking, item.id).length > 0)
            .map(item => ({
              ...only(item, 'provider_id', 'document'),
              last_on: newest(seenOf(asking, item.id).map(each => each['seen_on'])),
            }))
        : [],
  },
  evidence_files: {
    ask: ofProviders('onroll.evidence_files(a.id)'),
    due: asking =>
      currentEvidence(asking)
        .filter(item => filesOf(asking, item.id).length > 0 && looksInto(asking, item.provider_id))
        .map(item => ({
          of: item.provider_id,
          said: { document: item.document, files: filesOf(asking, item.id).length },
        })),
  },
  // The list of all documents.
  evidence_filed: {
    ask: asks('onroll.evidence_filed()'),
    due: asking =>
      currentEvidence(asking)
        .filter(item => filesOf(asking, item.id).length > 0 && looksInto(asking, item.provider_id))
        .map(item => ({
          ...only(item, 'provider_id', 'document'),
          files: filesOf(asking, item.id).length,
        })),
  },
  // A school reads its own sightings; of the others, how many and when.
  sightings_of: {
    ask: ofProviders('onroll.sightings_of(a.id)'),
    due: asking =>
      currentEvidence(asking)
        .filter(item => seenOf(asking, item.id).length > 0 && looksInto(asking, item.provider_id))
        .map(item => {
          const seen = seenOf(asking, item.id)
          const kinds = [...new Set(seen.map(each => each.commissioner_id))].map(
            id => asking.find.byId('organisation', id)?.kind ?? '',
          )
          const of = (...wanted: string[]) => kinds.filter(kind => wanted.includes(kind)).length
          return {
            of: item.provider_id,
            said: {
              document: item.document,
              partnerships: of('partnership'),
              schools: of('school'),
              others: of('authority', 'team', 'provider'),
              last_on: newest(seen.map(each => each['seen_on'])),
            },
          }
        }),
  },
  // Whom to ring when something happens: rows 19 and 20 tell commissioners that, and of staff nothing else.
  safeguarding_leads_of: {
    ask: ofProviders('onroll.safeguarding_leads_of(a.id)'),
    due: asking =>
      asking.world.rows.provider_person
        .filter(
          person =>
            ['safeguarding-lead', 'deputy-safeguarding-lead'].includes(String(person['role'])) &&
            !isOver(person, asking.world.today) &&
            (iAm(asking, 'support-worker') || looksInto(asking, person.provider_id)),
        )
        .map(person => ({
          of: person.provider_id,
          said: {
            person_id: person.id,
            ...only(person, 'name', 'role', 'in_senior_leadership', 'email', 'telephone'),
            trained_on: newest(
              asking.find
                .of('provider_training', 'person_id', person.id)
                .map(each => each['trained_on']),
            ),
          },
        })),
  },
  // The directory tells everybody how full a provider is; another provider only of itself.
  sessions_of_providers: {
    ask: asks('onroll.sessions_of_providers()'),
    due: asking =>
      asking.me?.role === undefined
        ? []
        : providers(asking)
            .filter(id => !ofAProvider(asking) || ours(asking, id))
            .map(id => ({
              provider_id: id,
              capacity:
                asking.find.of('provider_standing', 'provider_id', id)[0]?.['capacity_sessions'] ??
                null,
              taken: sessionsTaken(asking, id),
            })),
  },
  // Who commissions where: the officers of all, others of themselves.
  uses_of_providers: {
    ask: asks('onroll.uses_of_providers()'),
    due: asking =>
      perGroup(
        asking.world.rows.placement.filter(
          each =>
            ['accepted', 'live'].includes(each.status) &&
            each.provider_id !== null &&
            assuresQuality(asking) &&
            (iAm(asking, 'virtual-school', 'quality-assurance') ||
              ours(asking, each.commissioner_id)),
        ),
        each => `${each.provider_id} ${each.commissioner_id}`,
        group => ({
          ...only(group[0] ?? {}, 'provider_id', 'commissioner_id'),
          live_since:
            group
              .filter(each => each.status === 'live' && each['started_on'] !== null)
              .map(each => String(each['started_on']))
              .sort()[0] ?? null,
        }),
      ),
  },
  // D21 and D24: how many are open, to who weighs a placement; to nobody who works there.
  open_concerns: {
    ask: asks('onroll.open_concerns()'),
    due: asking =>
      perGroup(
        asking.world.rows.provider_concern.filter(
          each =>
            each.status !== 'closed' &&
            (assuresQuality(asking) || iAm(asking, 'support-worker', 'sena')) &&
            !worksFor(asking, each.provider_id),
        ),
        each => each.provider_id,
        group => {
          const of = (level: string) => group.filter(each => each['level'] === level).length
          return {
            provider_id: group[0]?.provider_id,
            serious: of('serious'),
            concerns: of('concern'),
            notes: of('note'),
          }
        },
      ),
  },
  // D23: the quality team, and the organisation from which it came.
  concern_sources: {
    ask: asks('onroll.concern_sources()'),
    due: asking =>
      asking.world.rows.provider_concern
        .filter(
          each =>
            (iAm(asking, 'quality-assurance') ||
              (ours(asking, each.by_organisation) && assuresQuality(asking))) &&
            !worksFor(asking, each.provider_id),
        )
        .map(each => ({
          concern_id: each.id,
          raised_by: each.raised_by,
          by_organisation: each.by_organisation,
        })),
  },
}

/** Sessions of a week that are given away: half a day is one, every other week half of it. */
function sessionsTaken({ world: { rows, today }, find }: Asking, provider: string): number {
  let taken = 0
  for (const placement of rows.placement) {
    if (placement.provider_id !== provider || !['accepted', 'live'].includes(placement.status))
      continue
    const begins = String(placement['started_on'] ?? placement['planned_start_on'])
    const day = begins > today ? begins : today
    for (const session of find.of('placement_session', 'placement_id', placement.id)) {
      if (String(session['from_on']) > day || isOver(session, today)) continue
      const [starts, ends] = [String(session['starts_at']), String(session['ends_at'])]
      const halves = starts < '12:00:00' && ends > '13:00:00' ? 2 : 1
      taken += session['in_weeks'] === 'every' ? halves : halves / 2
    }
  }
  return taken
}

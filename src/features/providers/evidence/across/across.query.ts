import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Visit } from '#platform/http/visit.ts'
import { type DocumentState, stateOf } from '../document-state.ts'
import { type EvidenceKind, evidenceKind, evidenceKinds } from '../documents.ts'

/** One document of one provider, brought or not, as it stands for the organisation that asks. */
export interface DocumentAcross {
  readonly providerId: string
  readonly provider: string
  readonly kind: EvidenceKind
  readonly state: DocumentState
  readonly expiresOn: IsoDate | null
  /** When we last looked and found it as it should be; of the version that stands, or of one before. */
  readonly seenOn: IsoDate | null
  readonly seenBefore: boolean
  /** Does a child of ours go there, now or soon? For who assures all providers: does anybody’s? */
  readonly used: boolean
}

interface Row {
  readonly provider_id: string
  readonly provider: string
  readonly document: string
  readonly shown: boolean
  readonly expires_on: IsoDate | null
  readonly not_applicable_because: string | null
  readonly files: number
  readonly employs_nobody: boolean
  readonly seen: boolean | null
  readonly seen_on: IsoDate | null
  readonly seen_current: boolean | null
  readonly used: boolean
}

/** Every document that an open provider shows or should, for those who look at providers from outside. */
export async function documentsAcross({
  tx,
  me,
  today,
}: Pick<Visit, 'tx' | 'me' | 'today'>): Promise<DocumentAcross[]> {
  const { rows } = await sql<Row>`
    with here as (
      select o.id, o.name, coalesce(s.employs_anyone is false and s.no_employees_declared_on is not null, false) as employs_nobody
        from organisation o join provider p on p.organisation_id = o.id
        left join provider_standing s on s.provider_id = o.id
       where o.closed_on is null or o.closed_on >= ${today}),
    filed as materialized (select provider_id, document, files from onroll.evidence_filed()),
    used as materialized (select distinct provider_id from onroll.uses_of_providers()),
    ours as materialized (
      select distinct on (e.provider_id, e.document) e.provider_id, e.document, s.seen, s.seen_on, e.superseded_at is null as current
        from evidence_sighting s join evidence_item e on e.id = s.evidence_id
       where s.commissioner_id = ${me.organisationId} and s.withdrawn_at is null
       order by e.provider_id, e.document, s.seen_on desc, s.recorded_at desc)
    select here.id as provider_id, here.name as provider, wanted.document, e.id is not null as shown, e.expires_on,
           e.not_applicable_because, coalesce(filed.files, 0)::integer as files, here.employs_nobody,
           ours.seen, ours.seen_on, ours.current as seen_current, used.provider_id is not null as used
      from here cross join unnest(${evidenceKinds.map(({ id }) => id)}::text[]) as wanted(document)
      left join evidence_item e on e.provider_id = here.id and e.document = wanted.document and e.superseded_at is null
      left join filed on filed.provider_id = here.id and filed.document = wanted.document
      left join ours on ours.provider_id = here.id and ours.document = wanted.document
      left join used on used.provider_id = here.id
     order by here.name collate onroll.names, wanted.document`.execute(tx)
  return rows.flatMap(row => {
    const kind = evidenceKind(row.document)
    return kind ? [asShown(row, kind, today)] : []
  })
}

const asShown = (row: Row, kind: EvidenceKind, today: IsoDate): DocumentAcross => ({
  providerId: row.provider_id,
  provider: row.provider,
  kind,
  state: stateOf(
    kind,
    row.shown
      ? {
          expiresOn: row.expires_on,
          notApplicableBecause: row.not_applicable_because,
          files: row.files,
        }
      : undefined,
    { employsNobody: row.employs_nobody, today },
  ),
  expiresOn: row.expires_on,
  seenOn: row.seen ? row.seen_on : null,
  seenBefore: row.seen === true && row.seen_current === false,
  used: row.used,
})

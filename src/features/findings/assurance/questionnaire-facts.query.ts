import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Placement, Questionnaire } from '#rules/facts.ts'

interface Rows {
  readonly forms: readonly {
    readonly id: string
    readonly child_id: string
    readonly provider_id: string
    readonly commissioner_id: string
    readonly returned_on: IsoDate | null
    readonly registered: boolean | null
    readonly evidence_asked_on: IsoDate | null
  }[]
  readonly recorded: readonly {
    readonly id: string
    readonly quality_recorded_on: IsoDate | null
    readonly monitoring_recorded_on: IsoDate | null
  }[]
}

/** Forms of these children as the rules read them, and placements with what the Virtual School was told about them. */
export interface QuestionnaireFacts {
  readonly questionnaires: readonly Questionnaire[]
  readonly assured: (placements: readonly Placement[]) => Placement[]
}

/** One question to the database for all of these children; not a word of any answer is read. */
export async function questionnaireFacts(
  tx: Tx,
  childIds: readonly string[],
): Promise<QuestionnaireFacts> {
  const { rows } = await sql<{ facts: Rows }>`
    select onroll.questionnaire_facts(${`{${[...new Set(childIds)].join(',')}}`}::uuid[]) as facts`.execute(
    tx,
  )
  const facts = rows[0]?.facts
  if (!facts) throw new Error('questionnaire_facts answered nothing')
  const questionnaires = facts.forms.map(formFrom)
  const recorded = new Map(facts.recorded.map(each => [each.id, each]))
  return {
    questionnaires,
    assured: placements =>
      placements.map(each => assured(each, recorded.get(each.id), questionnaires)),
  }
}

const formFrom = (row: Rows['forms'][number]): Questionnaire => ({
  id: row.id,
  pupil: row.child_id,
  provider: row.provider_id,
  commissioner: row.commissioner_id,
  ...(row.returned_on ? { returnedDate: row.returned_on } : {}),
  ...(row.registered === null ? {} : { saysRegistered: row.registered }),
  ...(row.evidence_asked_on ? { evidenceRequestedDate: row.evidence_asked_on } : {}),
})

/** A returned form tells both parts: its first section the quality, the others how progress is followed. */
function assured(
  placement: Placement,
  recorded: Rows['recorded'][number] | undefined,
  forms: readonly Questionnaire[],
): Placement {
  const returned = forms
    .filter(
      ({ pupil, provider, commissioner, returnedDate }) =>
        returnedDate !== undefined &&
        pupil === placement.pupil &&
        provider === placement.provider &&
        placement.commissioners?.includes(commissioner),
    )
    .map(({ returnedDate }) => returnedDate)
    .sort()
    .at(-1)
  const quality = recorded?.quality_recorded_on ?? returned
  const monitoring = recorded?.monitoring_recorded_on ?? returned
  return {
    ...placement,
    assurance: {
      ...(quality ? { qualityRecordedDate: quality } : {}),
      ...(monitoring ? { monitoringRecordedDate: monitoring } : {}),
    },
  }
}

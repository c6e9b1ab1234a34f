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
    readonly to_mend_from: IsoDate | null
    readonly set_aside_on: IsoDate | null
    readonly told_quality: boolean
    readonly told_monitoring: boolean
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
      placements.map(each => assured(each, recorded.get(each.id), facts.forms)),
  }
}

const formFrom = (row: Rows['forms'][number]): Questionnaire => ({
  id: row.id,
  pupil: row.child_id,
  provider: row.provider_id,
  commissioner: row.commissioner_id,
  // What the Virtual School says it does not need is not owed any more, as what was returned is not; what it sent back is
  // owed by the day that it named. Neither tells it anything: that is asked below.
  ...returnedDate(row.returned_on ?? row.set_aside_on ?? row.to_mend_from),
  ...(row.registered === null ? {} : { saysRegistered: row.registered }),
  ...(row.evidence_asked_on ? { evidenceRequestedDate: row.evidence_asked_on } : {}),
})

const returnedDate = (day: IsoDate | null) => (day ? { returnedDate: day } : {})

/** A returned form tells both parts: its first section the quality, the others how progress is followed. */
function assured(
  placement: Placement,
  recorded: Rows['recorded'][number] | undefined,
  forms: Rows['forms'],
): Placement {
  const about = forms.filter(
    form =>
      form.child_id === placement.pupil &&
      form.provider_id === placement.provider &&
      placement.commissioners?.includes(form.commissioner_id),
  )
  const told = (part: 'told_quality' | 'told_monitoring') =>
    about
      .flatMap(form => form.returned_on ?? (form[part] ? (form.set_aside_on ?? []) : []))
      .sort()
      .at(-1)
  const quality = recorded?.quality_recorded_on ?? told('told_quality')
  const monitoring = recorded?.monitoring_recorded_on ?? told('told_monitoring')
  return {
    ...placement,
    assurance: {
      ...(quality ? { qualityRecordedDate: quality } : {}),
      ...(monitoring ? { monitoringRecordedDate: monitoring } : {}),
    },
  }
}

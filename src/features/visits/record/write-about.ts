import type { IsoDate } from '#domain/dates.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { VisitRow } from '../visit.query.ts'

/** What is written of a visit as a whole; what nobody has said yet is null. */
export interface AboutVisit {
  readonly visitedOn: IsoDate | null
  readonly visitors: string | null
  readonly pupils: number | null
  readonly annualAssessment: boolean
  readonly insuranceChecked: boolean | null
  readonly insuranceNote: string | null
  readonly summary: string | null
}

/** Writes down what stands above the four areas. Once a day is said, a planned visit has begun. */
export async function writeAbout(
  { tx, audit }: Pick<Doer, 'tx' | 'audit'>,
  visit: Pick<VisitRow, 'id' | 'status' | 'version'>,
  about: AboutVisit,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('visit')
    .set({
      ...(visit.status === 'planned' && about.visitedOn ? { status: 'draft' as const } : {}),
      visited_on: about.visitedOn,
      visitors: about.visitors,
      pupils_spoken_to: about.pupils,
      annual_assessment: about.annualAssessment,
      insurance_checked: about.insuranceChecked,
      insurance_note: about.insuranceNote,
      summary: about.summary,
    })
    .where('id', '=', visit.id)
    .where('version', '=', visit.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('This visit has changed since you opened it')
  audit({
    event: 'visit.recorded',
    subjectKind: 'visit',
    subjectId: visit.id,
    detail: { part: 'about' },
  })
}

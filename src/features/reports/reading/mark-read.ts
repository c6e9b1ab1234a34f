import { newId } from '#domain/ids.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Report } from '../report.query.ts'
import { tellOfAnswer } from './tell-of-answer.ts'

export const readers = ['coordinator', 'school-referrer', 'school-dsl', 'virtual-school'] as const

/** Says that one has read it, so that the provider knows; with an answer, if there is something to say. */
export async function markRead(doer: Doer, report: Report, reply: string | null) {
  const { tx, me, now, audit } = doer
  const role = readers.find(each => each === me.role)
  if (!role) throw new NotFound()
  await tx
    .insertInto('provider_report_reading')
    .values({
      id: newId(),
      report_id: report.id,
      by_user: me.userId,
      by_organisation: me.organisationId,
      as_role: role,
      reply,
      at: now,
    })
    .execute()
  audit({
    event: 'provider-report.read',
    subjectKind: 'provider-report',
    subjectId: report.id,
    childId: report.child_id ?? undefined,
    detail: { answered: reply !== null },
  })
  if (reply) await tellOfAnswer(doer, report)
}

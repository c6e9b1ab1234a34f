import { sql } from 'kysely'
import { z } from 'zod'
import { type IsoDate, londonDay } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import { addressesOf, teamOf } from '#features/organisations/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'

export const tellOfReportName = 'tell-of-provider-report'

/**
 * Tells those who answer for the child that its provider reported: by the placement’s reference, without a name and
 * without a word of what happened. That there is a part for safeguarding leads is told to them alone.
 */
export const tellOfReport = job({
  name: tellOfReportName,
  payload: z.object({ report: z.uuid() }),
  work: ({ report: id }, { db, now }) =>
    db.asWorker(async tx => {
      const report = await tx
        .selectFrom('provider_report as report')
        .innerJoin('placement', 'placement.id', 'report.placement_id')
        .select([
          'report.kind',
          'report.number',
          'report.safeguarding',
          'placement.reference',
          'placement.child_id',
        ])
        .where('report.id', '=', id)
        .executeTakeFirst()
      if (!report) return
      const name = writeReference('placement', report.reference)
      const today = londonDay(now())
      for (const { organisation, roles } of await toTell(tx, report.child_id, today))
        for (const role of roles) {
          const lead = report.safeguarding && role === 'school-dsl'
          const words = wordsOf(report) + (lead ? ', with a part for you as safeguarding lead' : '')
          for (const to of await addressesOf(tx, organisation, [role], today))
            await sendMail(tx, {
              kind: report.kind === 'incident' ? 'incident reported' : 'progress reported',
              to,
              subject: `Placement ${name}: ${words}`,
              body: `Placement ${name}: ${words}.${report.kind === 'incident' ? ' Read it today.' : ''}\n\nSign in to Onroll to read it: /provider-reports/${id}`,
            })
        }
    }),
})

const wordsOf = ({ kind, number }: { kind: 'progress' | 'incident'; number: number }) =>
  `the provider has ${number > 1 ? 'corrected' : 'sent'} ${kind === 'incident' ? 'an incident report' : 'a progress report'}`

interface ToTell {
  readonly organisation: string
  readonly roles: readonly string[]
}

/** Who may read it: schools that have the child on roll, partnerships whose case it is, the Virtual School in its remit. */
async function toTell(tx: Tx, childId: string, today: IsoDate): Promise<ToTell[]> {
  const schools = await tx
    .selectFrom('enrolment')
    .select('school_id as id')
    .distinct()
    .where('child_id', '=', childId)
    .where('from_on', '<=', today)
    .where(at => at.or([at('to_on', 'is', null), at('to_on', '>=', today)]))
    .execute()
  const partnerships = await tx
    .selectFrom('referral')
    .select('responsible_partnership_id as id')
    .distinct()
    .where('child_id', '=', childId)
    .where('status', 'not in', ['draft', 'discarded'])
    .where('responsible_partnership_id', 'is not', null)
    .execute()
  const cared = await tx
    .selectFrom('care_status')
    .select('id')
    .where('child_id', '=', childId)
    .where('status', '=', 'looked-after')
    .where('authority', '=', sql<string>`onroll.own_authority()`)
    .where('from_on', '<=', today)
    .where(at => at.or([at('to_on', 'is', null), at('to_on', '>=', today)]))
    .executeTakeFirst()
  const virtualSchool = cared && (await teamOf(tx, 'virtual-school'))
  return [
    ...schools.map(({ id }) => ({ organisation: id, roles: ['school-referrer', 'school-dsl'] })),
    ...partnerships.flatMap(({ id }) => (id ? [{ organisation: id, roles: ['coordinator'] }] : [])),
    ...(virtualSchool ? [{ organisation: virtualSchool.id, roles: ['virtual-school'] }] : []),
  ]
}

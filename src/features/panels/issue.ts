import { addDays, londonDay } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluate } from '#features/findings/index.ts'
import { addressesOf, teamOf } from '#features/organisations/index.ts'
import { recordCaseEvent } from '#features/referrals/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import { decisionCodeName, isAllocation } from './decide.ts'
import { type Decision, enforceability } from './decision.query.ts'
import { decisionLifecycle } from './decision.ts'
import { hindrance } from './enforceability.ts'
import { filledText, type NoticeKind, type NoticeWord, templateFor } from './notice-templates.ts'
import { startOnRollCheck } from './on-roll.ts'

export interface NoticeDraft {
  readonly kind: NoticeKind
  readonly toOrganisationId: string
  readonly to: string
  readonly templateId: string | null
  readonly subject: string
  readonly body: string
}

/** Who will be told what: shown before anything is sent. */
export async function noticesOf(doer: Doer, decision: Decision): Promise<NoticeDraft[]> {
  const admissions = await teamOf(doer.tx, 'admissions')
  const to: { kind: NoticeKind; id: string; name: string }[] = []
  if (decision.school_id)
    to.push({ kind: 'allocated-school', id: decision.school_id, name: decision.school ?? '' })
  if (decision.referring_organisation_id && decision.referring_organisation_id !== admissions?.id)
    to.push({
      kind: 'referring-school',
      id: decision.referring_organisation_id,
      name: decision.referrer ?? '',
    })
  if (
    admissions &&
    (isAllocation(decision.code) || decision.kind === 'fair-access' || decision.school_id)
  )
    to.push({ kind: 'admissions', id: admissions.id, name: admissions.name })
  const values = wordsOf(decision)
  return Promise.all(
    to.map(async ({ kind, id, name }) => {
      const template = await templateFor(doer.tx, kind)
      return {
        kind,
        toOrganisationId: id,
        to: name,
        templateId: template.id,
        subject: filledText(template.subject, values).slice(0, 200),
        body: filledText(template.body, values),
      }
    }),
  )
}

function wordsOf(decision: Decision): Partial<Record<NoticeWord, string | null>> {
  const decidedOn = londonDay(decision.decided_at)
  return {
    child: [decision.forename, decision.surname].filter(Boolean).join(' '),
    case: `R-${decision.case_reference}`,
    decision: decisionCodeName(decision.code),
    'decision reference': `D-${decision.reference}`,
    school: decision.school,
    'referred by': decision.referrer,
    partnership: decision.partnership,
    'decided on': dayInWords(decidedOn),
    'on roll by': isAllocation(decision.code) ? dayInWords(addDays(decidedOn, 7)) : null,
    reasons: decision.reasons,
    conditions: decision.conditions ? `Conditions: ${decision.conditions}` : null,
  }
}

/**
 * Issues the decision: status, notices, mail and the on-roll clock in one transaction. A Fair Access allocation that
 * would not be enforceable is refused (Co-ordinators' FAQ question 3, point 3).
 */
export async function issueDecision(doer: Doer, decision: Decision) {
  const { tx, me, now, today, audit } = doer
  const steps = await enforceability(doer, decision)
  const reason = steps && hindrance(steps)
  if (reason) throw new Refusal(reason)
  const issued = await tx
    .updateTable('decision')
    .set({
      status: decisionLifecycle.next(decision.status, 'issue'),
      issued_at: now,
      issued_by: me.userId,
    })
    .where('id', '=', decision.id)
    .where('status', '=', 'recorded')
    .returning('id')
    .executeTakeFirst()
  if (!issued) throw new Refusal('This decision has been issued already')
  const notices = await noticesOf(doer, decision)
  for (const notice of notices) await sendNotice(doer, decision, notice)
  if (isAllocation(decision.code) && decision.school_id)
    await startOnRollCheck(doer, decision, decision.school_id)
  await recordCaseEvent(doer, decision.referral_id, 'issued', {
    decision: decision.id,
    reference: decision.reference,
    told: notices.map(({ to }) => to),
  })
  audit({
    event: 'decision.issued',
    subjectKind: 'decision',
    subjectId: decision.id,
    childId: decision.child_id ?? undefined,
    detail: { notices: notices.length, day: today },
  })
  await reevaluate(doer, [decision.referral_id])
  return notices
}

async function sendNotice(
  { tx, me, now, today, audit }: Doer,
  decision: Decision,
  notice: NoticeDraft,
) {
  const id = newId()
  let messageId: string | null = null
  for (const to of await addressesOf(tx, notice.toOrganisationId, readers[notice.kind], today))
    messageId = await sendMail(tx, {
      kind: 'notice',
      to,
      subject: `A decision has been issued: D-${decision.reference}`,
      body: `A decision on case R-${decision.case_reference} concerns ${notice.to}. Sign in to Onroll to read it and to see what you need to do.`,
      fromOrganisationId: me.organisationId,
    })
  await tx
    .insertInto('notice')
    .values({
      id,
      decision_id: decision.id,
      referral_id: decision.referral_id,
      kind: notice.kind,
      to_organisation_id: notice.toOrganisationId,
      subject: notice.subject,
      body: notice.body,
      template_id: notice.templateId,
      message_id: messageId,
      sent_by: me.userId,
      sent_at: now,
    })
    .execute()
  audit({
    event: 'notice.sent',
    subjectKind: 'notice',
    subjectId: id,
    childId: decision.child_id ?? undefined,
    detail: { kind: notice.kind, to: notice.toOrganisationId },
  })
}

const readers: Readonly<Record<NoticeKind, readonly string[]>> = {
  'allocated-school': ['school-referrer', 'school-dsl'],
  'referring-school': ['school-referrer', 'school-dsl', 'admissions'],
  admissions: ['admissions'],
}

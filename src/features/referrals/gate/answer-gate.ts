import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { ReferralForm } from '../form/referral-form.query.ts'
import { refuseClosed } from '../form/save-section.ts'
import { hasTopUpNow } from '../form/section-state.ts'
import { changeReferral } from '../move-referral.ts'
import type { GateQuestion } from './questions.ts'

export interface GateAnswer {
  readonly answer: string
  /** Which authority keeps the plan, or looks after the child. */
  readonly authority: string | null
  /** Since when, or the day of the exclusion. */
  readonly since: IsoDate | null
}

/** What the record says to a question of the gate; undefined while it says nothing. */
export function recordedAnswer(
  { key }: Pick<GateQuestion, 'key'>,
  form: ReferralForm,
  organisation: string,
  today: IsoDate,
): string | undefined {
  const { child } = form
  if (key === 'roll') {
    const here = child.enrolments.some(
      row =>
        row.school_id === organisation &&
        row.from_on <= today &&
        (row.to_on === null || today <= row.to_on),
    )
    if (excludedBy(form, organisation)) return 'excluded'
    if (here) return 'here'
    return child.enrolment ? 'elsewhere' : undefined
  }
  if (key === 'special-needs') {
    const status = child.specialNeeds?.status
    if (status === 'ehcp') return 'ehcp'
    if (hasTopUpNow(form, today)) return 'top-up'
    return status === 'none' || status === 'sen-support' ? status : undefined
  }
  if (key === 'care') {
    const { care } = child
    if (!care) return undefined
    if (care.status === 'never-looked-after') return 'no'
    if (care.status === 'previously-looked-after') return 'previously'
    return undefined
  }
  const [admission] = child.admissions.filter(({ school_id }) => school_id === organisation)
  if (!admission) return undefined
  return admission.completed_on && admission.completed_on <= today ? 'yes' : 'no'
}

const excludedBy = ({ child }: ReferralForm, school: string) =>
  child.exclusions.some(
    each => each.kind === 'permanent' && each.school_id === school && !each.reinstated_on,
  )

/** Keeps the answer, and puts it on the child’s record where nothing was recorded: nobody is asked twice. */
export async function answerGate(
  doer: Doer,
  form: ReferralForm,
  question: GateQuestion,
  given: GateAnswer,
): Promise<void> {
  refuseClosed(form.referral.status)
  await putOnRecord(doer, form, question.key, given)
  await changeReferral(doer.tx, form.referral, { [question.column]: given.answer })
  doer.audit({
    event: 'referral.changed',
    subjectKind: 'referral',
    subjectId: form.referral.id,
    childId: form.child.id,
    detail: { gate: question.key, answer: given.answer },
  })
}

async function putOnRecord(
  doer: Doer,
  { child }: ReferralForm,
  key: string,
  { answer, authority, since }: GateAnswer,
) {
  const { tx, me, now, today } = doer
  const shared = { id: newId(), child_id: child.id, recorded_by: me.userId, recorded_at: now }
  const source = 'school, with a referral'
  const statuses: Readonly<Record<string, string>> = {
    none: 'none',
    'sen-support': 'sen-support',
    'top-up': 'sen-support',
    ehcp: 'ehcp',
  }
  if (key === 'special-needs' && !child.specialNeeds && statuses[answer])
    await tx
      .insertInto('special_needs')
      .values({
        ...shared,
        status: statuses[answer] ?? answer,
        maintaining_authority: answer === 'ehcp' ? authority : null,
        from_on: since ?? today,
        source,
      })
      .execute()
  else if (key === 'care' && !child.care && answer !== 'not known')
    await tx
      .insertInto('care_status')
      .values({
        ...shared,
        status:
          answer === 'no'
            ? 'never-looked-after'
            : answer === 'previously'
              ? 'previously-looked-after'
              : 'looked-after',
        authority: answer === 'no' ? null : authority,
        from_on: since ?? today,
        source,
      })
      .execute()
  else if (key === 'roll' && answer === 'excluded' && since)
    await tx
      .insertInto('exclusion')
      .values({ ...shared, school_id: me.organisationId, kind: 'permanent', from_on: since })
      .execute()
  else return
  doer.audit({
    event: 'child.status-changed',
    subjectKind: 'child',
    subjectId: child.id,
    childId: child.id,
    detail: { about: key },
  })
}

import type { IsoDate } from '#domain/dates.ts'
import { recordExclusion, setCareStatus, setSpecialNeeds } from '#features/children/index.ts'
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
  const about = {
    childId: child.id,
    fromOn: since ?? doer.today,
    source: 'The school, with a referral',
  }
  const need = needs[answer]
  if (key === 'special-needs' && !child.specialNeeds && need)
    await setSpecialNeeds(doer, { ...about, status: need, maintainingAuthority: authority })
  const care = cares[answer]
  if (key === 'care' && !child.care && care)
    await setCareStatus(doer, { ...about, status: care, authority })
  if (key === 'roll' && answer === 'excluded' && since)
    await recordExclusion(doer, {
      childId: child.id,
      schoolId: doer.me.organisationId,
      kind: 'permanent',
      fromOn: since,
      reasons: [],
    })
}

const needs: Readonly<Record<string, string>> = {
  none: 'none',
  'sen-support': 'sen-support',
  'top-up': 'sen-support',
  ehcp: 'ehcp',
}

const cares: Readonly<
  Record<string, 'never-looked-after' | 'looked-after' | 'previously-looked-after'>
> = {
  no: 'never-looked-after',
  'own-authority': 'looked-after',
  'other-authority': 'looked-after',
  previously: 'previously-looked-after',
}

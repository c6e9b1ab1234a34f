import type { IsoDate } from '#domain/dates.ts'
import { Refusal } from '#domain/refusal.ts'
import type { AuditEvent } from '#platform/audit.ts'
import type { Doer } from '#platform/http/visit.ts'
import {
  questionnaireLifecycle,
  type Rating,
  type Section,
  sections,
  type ToldPart,
} from '../questionnaire/lifecycle.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.query.ts'
import {
  type EvidenceRequest,
  ratingsOf,
  requestsOn,
  type SectionRating,
} from '../questionnaire/requests.query.ts'
import { tellSchool } from '../questionnaire/tell.ts'

/** A form is accepted when each section was rated since it was returned, and no evidence is awaited. */
export function whatStopsAcceptance(
  { returned_at }: Pick<Questionnaire, 'returned_at'>,
  ratings: readonly SectionRating[],
  requests: readonly EvidenceRequest[],
): string[] {
  const rated = ratings.filter(({ at }) => returned_at && at >= returned_at)
  const unrated = sections.filter(section => !rated.some(each => each.section === section))
  return [
    ...(unrated.length > 0 ? [`Rate: ${unrated.join(', ')}.`] : []),
    ...(requests.some(({ supplied_at }) => !supplied_at)
      ? ['Evidence that you asked for is awaited.']
      : []),
  ]
}

/** What an officer thinks of each section, in their own name. */
export async function rateSections(
  doer: Doer,
  form: Questionnaire,
  ratings: readonly { section: Section; rating: Rating; why: string | null }[],
) {
  const { tx, me, now } = doer
  for (const { section, rating, why } of ratings) {
    const row = { rating, why, by_user: me.userId, at: now }
    await tx
      .insertInto('questionnaire_rating')
      .values({ questionnaire_id: form.id, section, ...row })
      .onConflict(conflict => conflict.columns(['questionnaire_id', 'section']).doUpdateSet(row))
      .execute()
  }
  remembered(doer, form, 'questionnaire.rated', { sections: ratings.length })
}

/** To be mended, by a new day: the one of before may have passed. */
export async function sendBack(
  doer: Doer,
  form: Questionnaire,
  { because, dueOn }: { readonly because: string; readonly dueOn: IsoDate },
) {
  const { me, now } = doer
  await move(doer, form, 'send back', {
    due_on: dueOn,
    sent_back_because: because,
    sent_back_at: now,
    sent_back_by: me.userId,
  })
  remembered(doer, form, 'questionnaire.sent-back')
  await tell(doer, { ...form, due_on: dueOn }, 'sent back')
}

export async function acceptForm(doer: Doer, form: Questionnaire, nextDueOn: IsoDate | null) {
  const { tx, me, now } = doer
  const stopped = whatStopsAcceptance(
    form,
    await ratingsOf(tx, form.id),
    await requestsOn(tx, form.id),
  )
  if (stopped.length > 0) throw new Refusal(stopped.join(' '))
  await move(doer, form, 'accept', {
    accepted_at: now,
    accepted_by: me.userId,
    next_due_on: nextDueOn,
  })
  remembered(doer, form, 'questionnaire.accepted')
  await tell(doer, form, 'accepted')
}

/** Nobody owes this form any more: the Virtual School says why, and what it was told in another way (LAC-05). */
export async function setAsideForm(
  doer: Doer,
  form: Questionnaire,
  { because, told }: { readonly because: string; readonly told: readonly ToldPart[] },
) {
  await move(doer, form, 'set aside', {
    not_needed_because: because,
    set_aside_by: doer.me.userId,
    set_aside_at: doer.now,
    told_quality: told.includes('quality'),
    told_monitoring: told.includes('monitoring'),
  })
  remembered(doer, form, 'questionnaire.set-aside', { told })
  await tell(doer, form, 'not needed')
}

/** The lifecycle, the version that the officer saw and nobody in between: of two who judge at once, one is told. */
async function move(
  { tx }: Doer,
  form: Questionnaire,
  action: 'send back' | 'accept' | 'set aside',
  change: {
    due_on?: IsoDate
    sent_back_because?: string
    sent_back_at?: Date
    sent_back_by?: string
    accepted_at?: Date
    accepted_by?: string
    next_due_on?: IsoDate | null
    not_needed_because?: string
    set_aside_by?: string
    set_aside_at?: Date
    told_quality?: boolean
    told_monitoring?: boolean
  },
) {
  const { numUpdatedRows } = await tx
    .updateTable('questionnaire')
    .set({ status: questionnaireLifecycle.next(form.status, action), ...change })
    .where('id', '=', form.id)
    .where('version', '=', form.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw new Refusal('Somebody judged this form just now. Open it again to see how.')
}

export function remembered(
  { audit }: Doer,
  form: Pick<Questionnaire, 'id' | 'child_id'>,
  event: AuditEvent,
  detail: Readonly<Record<string, unknown>> = {},
) {
  audit({
    event,
    subjectKind: 'questionnaire',
    subjectId: form.id,
    childId: form.child_id,
    detail,
  })
}

async function tell(
  doer: Doer,
  form: Questionnaire,
  what: 'sent back' | 'accepted' | 'not needed',
) {
  await tellSchool(doer.tx, doer.today, {
    commissionerId: form.commissioner_id,
    name: form.name,
    dueOn: form.due_on,
    what,
    fromOrganisationId: doer.me.organisationId,
  })
}

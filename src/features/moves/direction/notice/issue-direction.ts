import type { IsoDate } from '#domain/dates.ts'
import { Refusal } from '#domain/refusal.ts'
import type { ChildIdentity } from '#features/children/index.ts'
import { authorityParameters, reevaluateDirections } from '#features/findings/index.ts'
import { calendarOf } from '#features/organisations/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { lawWith } from '#rules/parameter.ts'
import { offSiteNotice } from '#rules/parameters/off-site-direction.ts'
import { directionDone } from '../about.ts'
import { type Direction, hasPlan } from '../direction.query.ts'
import { isPurpose } from '../direction.ts'
import { reviewsOf } from '../reviews/reviews.query.ts'
import { moveDirection } from '../run/change-direction.ts'
import { type ClearDays, clearDays } from './clear-days.ts'
import { noticeText } from './notice-text.ts'

export interface Issue {
  readonly noticeOn: IsoDate
  readonly to: string
  readonly how: string
  readonly authorityNoticeOn: IsoDate | null
}

/** The notice as it would be sent; undefined while something that it says is missing. */
export async function noticeOf(
  { tx }: Pick<Doer, 'tx'>,
  direction: Direction,
  child: ChildIdentity,
  { noticeOn, to }: Pick<Issue, 'noticeOn' | 'to'>,
): Promise<string | undefined> {
  const { purpose, start_on, address, report_to, number_of_days, reasons, objectives } = direction
  const { sessions_a_day: sessions, session_start, session_finish } = direction
  if (!isPurpose(purpose) || !start_on || !address || !report_to || number_of_days === null)
    return undefined
  if (!reasons || !objectives || !session_start || !session_finish) return undefined
  if (sessions !== 1 && sessions !== 2) return undefined
  const [first] = await reviewsOf(tx, direction.id)
  return noticeText({
    school: direction.schoolName,
    child: `${child.forename} ${child.surname}`,
    born: child.birthDate,
    purpose,
    to,
    givenOn: noticeOn,
    startOn: start_on,
    endOn: direction.end_on,
    address,
    reportTo: report_to,
    numberOfDays: number_of_days,
    reasons,
    objectives,
    sessions,
    starts: session_start.slice(0, 5),
    finishes: session_finish.slice(0, 5),
    breakFrom: direction.break_start?.slice(0, 5) ?? null,
    breakUntil: direction.break_finish?.slice(0, 5) ?? null,
    firstReviewOn: first?.due_on ?? null,
    consentOn: direction.parent_consent_on,
    toAuthority: await hasPlan(tx, direction.child_id, noticeOn),
  })
}

/** The clear-day check of a notice given on a day, by the calendar of the school that directs. */
export async function clearDaysOf(
  { tx }: Pick<Doer, 'tx'>,
  { school_id, start_on }: Pick<Direction, 'school_id' | 'start_on'>,
  noticeOn: IsoDate,
): Promise<ClearDays | undefined> {
  if (!start_on) return undefined
  const law = lawWith(await authorityParameters(tx))
  return clearDays(
    await calendarOf(tx, school_id),
    noticeOn,
    start_on,
    law.value(offSiteNotice, start_on),
  )
}

/** Issues the notice: its words are kept as they are, with their hash, and never change again. */
export async function issueDirection(
  doer: Doer,
  direction: Direction,
  child: ChildIdentity,
  issue: Issue,
) {
  const { tx, audit } = doer
  const text = await noticeOf(doer, direction, child, issue)
  if (!text) throw new Refusal('The notice is not complete. Go back and fill in what is missing.')
  if (direction.purpose !== 'improve-behaviour' && !direction.parent_consent_on)
    throw new Refusal(
      'For a purpose other than improving behaviour a parent must consent (rule OSD-01). Record the consent first.',
    )
  await moveDirection(tx, direction, 'issue', {
    notice: JSON.stringify({ text }),
    notice_on: issue.noticeOn,
    notice_to: issue.to,
    notice_how: issue.how,
    authority_notice_on: issue.authorityNoticeOn,
  })
  audit(
    directionDone('direction.issued', direction, {
      on: issue.noticeOn,
      authority: issue.authorityNoticeOn,
    }),
  )
  await reevaluateDirections(doer, direction.child_id)
}

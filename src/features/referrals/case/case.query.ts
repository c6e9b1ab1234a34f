import type { IsoDate } from '#domain/dates.ts'
import { NotFound } from '#domain/refusal.ts'
import { yearGroupName, yearGroupOn } from '#domain/year-group.ts'
import { findingsOf } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { type ChildRecord, childRecord } from '../child-record.query.ts'
import { hasTopUpNow } from '../form/section-state.ts'
import { referralToChange } from '../move-referral.ts'
import { specialNeedsWords } from '../words.ts'

/** Whom a case is about, for the bar above every page of it. */
export interface CaseIdentity {
  readonly childId: string
  readonly name: string
  readonly birthDate: IsoDate
  readonly year: string
  readonly schoolOfRoll: string | undefined
  readonly onRollSince: IsoDate | undefined
  readonly tags: readonly string[]
  /** Who must be gone through, where the child’s address is protected. */
  readonly protectedBy: string | undefined
}

export type Side = 'partnership' | 'referrer' | 'reader'

/** A case as its pages need it, for the side that the reader is on. */
export interface Case {
  readonly referral: Awaited<ReturnType<typeof referralToChange>>
  readonly identity: CaseIdentity
  readonly child: ChildRecord | undefined
  readonly referrer: string
  readonly partnership: string | undefined
  readonly owner: string | undefined
  readonly side: Side
  readonly findings: Awaited<ReturnType<typeof findingsOf>>
  readonly unread: number
  readonly openQuestions: number
}

export async function caseIdentity(
  tx: Tx,
  childId: string | null,
  today: IsoDate,
): Promise<{ identity: CaseIdentity; child: ChildRecord | undefined }> {
  const child = childId ? await childRecord(tx, childId, today) : undefined
  const shield = childId
    ? await tx
        .selectFrom('protected_notice')
        .leftJoin('organisation as holder', 'holder.id', 'protected_notice.holder_organisation_id')
        .select('holder.name')
        .where('protected_notice.child_id', '=', childId)
        .executeTakeFirst()
    : undefined
  const protectedBy = shield && (shield.name ?? 'the school')
  if (!child) return { child, identity: { ...unknownChild, childId: childId ?? '', protectedBy } }
  return {
    child,
    identity: {
      childId: child.id,
      name: child.name,
      birthDate: child.birth_date,
      year: yearGroupName(child.enrolment?.year_group ?? yearGroupOn(child.birth_date, today)),
      schoolOfRoll: child.enrolment?.school ?? undefined,
      onRollSince: child.enrolment?.from_on,
      tags: tagsOf(child, today),
      protectedBy,
    },
  }
}

const unknownChild: Omit<CaseIdentity, 'childId' | 'protectedBy'> = {
  name: 'A child',
  birthDate: '' as IsoDate,
  year: '',
  schoolOfRoll: undefined,
  onRollSince: undefined,
  tags: [],
}

function tagsOf(child: ChildRecord, today: IsoDate): string[] {
  const { specialNeeds, care } = child
  const send =
    specialNeeds?.status === 'ehcp'
      ? 'EHCP'
      : hasTopUpNow({ child }, today)
        ? 'Top-up'
        : specialNeeds && specialNeeds.status !== 'none'
          ? (specialNeedsWords[specialNeeds.status] ?? specialNeeds.status)
          : undefined
  const looked =
    care?.status === 'looked-after'
      ? 'Looked after'
      : care?.status === 'previously-looked-after'
        ? 'Previously looked after'
        : undefined
  const excluded = child.exclusions.some(each => each.kind === 'permanent' && !each.reinstated_on)
    ? 'Permanently excluded'
    : undefined
  return [send, looked, excluded].filter(tag => tag !== undefined)
}

/** Opens a case: the partnership’s side, the side of who referred, or one that only reads. */
export async function openCase(
  { tx, me, today }: Pick<Doer, 'tx' | 'me' | 'today'>,
  id: string,
): Promise<Case> {
  const referral = await referralToChange(tx, id)
  if (['draft', 'discarded'].includes(referral.status)) throw new NotFound()
  const names = await tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', [
      referral.referring_organisation_id,
      referral.responsible_partnership_id ?? referral.referring_organisation_id,
    ])
    .execute()
  const nameOf = (organisation: string | null) => names.find(each => each.id === organisation)?.name
  const [{ identity, child }, owner, findings, unread, questions] = await Promise.all([
    caseIdentity(tx, referral.child_id, today),
    referral.assigned_to
      ? tx
          .selectFrom('user_account')
          .select('name')
          .where('id', '=', referral.assigned_to)
          .executeTakeFirst()
      : undefined,
    findingsOf(tx, id),
    tx
      .selectFrom('case_message')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('referral_id', '=', id)
      .where('to_organisation_id', '=', me.organisationId)
      .where('read_at', 'is', null)
      .executeTakeFirst(),
    tx
      .selectFrom('information_request')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('referral_id', '=', id)
      .where('answered_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .executeTakeFirst(),
  ])
  return {
    referral,
    identity,
    child,
    referrer: nameOf(referral.referring_organisation_id) ?? '',
    partnership: nameOf(referral.responsible_partnership_id),
    owner: owner?.name,
    side: sideOf(referral, me.organisationId),
    findings,
    unread: Number(unread?.count ?? 0),
    openQuestions: Number(questions?.count ?? 0),
  }
}

const sideOf = (
  referral: { responsible_partnership_id: string | null; referring_organisation_id: string },
  organisation: string,
): Side => {
  if (referral.responsible_partnership_id === organisation) return 'partnership'
  return referral.referring_organisation_id === organisation ? 'referrer' : 'reader'
}

/** What opening any page of a case tells the reader: remembered every time. */
export const caseDisclosed = ({ referral }: Pick<Case, 'referral'>) =>
  ({
    event: 'referral.viewed',
    subjectKind: 'referral',
    subjectId: referral.id,
    childId: referral.child_id ?? undefined,
  }) as const

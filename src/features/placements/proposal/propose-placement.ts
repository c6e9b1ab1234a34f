import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluateProvision } from '#features/findings/index.ts'
import type { PlacementTable } from '#platform/database/schema.generated.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordPlacementEvent } from '../move-placement.ts'
import type { SessionRow } from '../placement.query.ts'
import { theAuthority } from './commissioner.query.ts'

export interface PlannedSession {
  readonly weekday: number
  readonly startsAt: string
  readonly endsAt: string
  readonly breakMinutes: number
  readonly inWeeks?: 'every' | 'A' | 'B'
  readonly supervisedBy?: string | null
  readonly subjects?: readonly string[]
  readonly travel?: string | null
}

/** The same stretch of time, for another placement. */
export const plannedAgain = (row: SessionRow): PlannedSession => ({
  weekday: row.weekday,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  breakMinutes: row.break_minutes,
  inWeeks: row.in_weeks,
  supervisedBy: row.supervised_by,
  subjects: row.subjects,
  travel: row.travel,
})

export interface NewPlacement {
  readonly childId: string
  readonly providerId: string
  /** For the authority: what it commissions is arranged in its name by the partnership whose case the child is. */
  readonly forAuthority?: boolean
  readonly kind: PlacementTable['kind']
  readonly route: PlacementTable['route']
  /** Both are asked for; a placement that is proposed again elsewhere may lack them still, and the rules say so. */
  readonly purpose: string | null
  readonly needCategory: PlacementTable['need_category']
  readonly plannedStartOn: IsoDate
  readonly plannedEndOn: IsoDate | null
  readonly sessions: readonly PlannedSession[]
}

/** Proposes a placement in the name of one's own organisation, which commissions it or arranges it. Nobody is told yet. */
export async function proposePlacement(doer: Doer, wanted: NewPlacement): Promise<string> {
  const { tx, me, now, audit } = doer
  const id = newId()
  await refuseClosed(doer, wanted.providerId)
  await tx
    .insertInto('placement')
    .values({
      id,
      child_id: wanted.childId,
      decision_id: await decisionBehind(doer, wanted.childId),
      kind: wanted.kind,
      route: wanted.route,
      ...(await commissionedBy(doer, wanted.forAuthority ?? false)),
      provider_id: wanted.providerId,
      purpose: wanted.purpose,
      need_category: wanted.needCategory,
      planned_start_on: wanted.plannedStartOn,
      planned_end_on: wanted.plannedEndOn,
      made_by: me.userId,
      made_at: now,
    })
    .execute()
  await addSessions(doer, id, wanted.plannedStartOn, wanted.sessions)
  await recordPlacementEvent(doer, id, 'proposed')
  audit({
    event: 'placement.proposed',
    subjectKind: 'placement',
    subjectId: id,
    childId: wanted.childId,
    detail: {
      provider: wanted.providerId,
      route: wanted.route,
      ...(wanted.forAuthority ? { commissioner: 'authority' } : {}),
    },
  })
  await reevaluateProvision(doer, wanted.childId)
  return id
}

async function commissionedBy({ tx, me }: Doer, forAuthority: boolean) {
  if (!forAuthority) return { commissioner_id: me.organisationId }
  const authority = await theAuthority(tx)
  if (!authority) throw new Refusal('No authority is set up here. Choose your own organisation.')
  return { commissioner_id: authority.id, arranged_by_id: me.organisationId }
}

export async function addSessions(
  { tx }: Pick<Doer, 'tx'>,
  placementId: string,
  from: IsoDate,
  sessions: readonly PlannedSession[],
) {
  if (sessions.length === 0) return
  await tx
    .insertInto('placement_session')
    .values(
      sessions.map(each => ({
        id: newId(),
        placement_id: placementId,
        weekday: each.weekday,
        starts_at: each.startsAt,
        ends_at: each.endsAt,
        break_minutes: each.breakMinutes,
        in_weeks: each.inWeeks ?? 'every',
        supervised_by: each.supervisedBy ?? null,
        subjects: [...(each.subjects ?? [])],
        travel: each.travel ?? null,
        from_on: from,
      })),
    )
    .execute()
}

export async function refuseClosed({ tx }: Pick<Doer, 'tx'>, providerId: string) {
  const provider = await tx
    .selectFrom('organisation')
    .select(['name', 'closed_on'])
    .where('id', '=', providerId)
    .where('kind', '=', 'provider')
    .executeTakeFirst()
  if (!provider) throw new Refusal('Choose a provider from the list.')
  if (provider.closed_on) throw new Refusal(`${provider.name} has closed. Choose another provider.`)
}

/** The newest decision about the child that was issued and that the proposer may read: what the placement carries out. */
async function decisionBehind({ tx }: Pick<Doer, 'tx'>, childId: string): Promise<string | null> {
  const decision = await tx
    .selectFrom('decision')
    .innerJoin('referral', 'referral.id', 'decision.referral_id')
    .select('decision.id')
    .where('referral.child_id', '=', childId)
    .where('decision.status', '=', 'issued')
    .orderBy('decision.decided_at', 'desc')
    .executeTakeFirst()
  return decision?.id ?? null
}

import { sql } from 'kysely'
import { decisionCodes } from '#domain/codes/decision-code.ts'
import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { AgendaItem } from './agenda.ts'
import type { Meeting } from './move-meeting.ts'

export interface Outcome {
  readonly code: string
  readonly schoolId: string | null
  readonly tier: number | null
  readonly provision: string | null
  readonly referTo: string | null
  readonly reasons: string
  readonly optionsConsidered: string | null
  readonly dissent: string | null
  readonly conditions: string | null
  readonly startOn: IsoDate | null
  readonly reviewOn: IsoDate | null
  readonly endOn: IsoDate | null
}

/** What the panel decided about one case. Of two people who decide at once, one is refused. */
export async function recordDecision(
  doer: Doer,
  meeting: Meeting,
  item: AgendaItem,
  outcome: Outcome,
) {
  if (meeting.status !== 'open')
    throw new Refusal('Decisions are recorded while the meeting is open. Open the meeting first.')
  const moved = await doer.tx
    .updateTable('agenda_item')
    .set({ status: 'decided' })
    .where('id', '=', item.id)
    .where('status', '=', 'listed')
    .where('version', '=', item.version)
    .returning('id')
    .executeTakeFirst()
  if (!moved)
    throw new Refusal(
      'Somebody else has just recorded an outcome for this case. Reload the page to read it.',
    )
  return insertDecision(doer, outcome, {
    referral_id: item.referral_id,
    child_id: item.child_id,
    agenda_item_id: item.id,
    meeting_id: meeting.id,
  })
}

/** A decision between meetings, for a stated reason; it has to be ratified at the next one. */
export const recordEmergencyDecision = (
  doer: Doer,
  referral: { id: string; child_id: string | null },
  outcome: Outcome,
  emergencyReason: string,
) =>
  insertDecision(doer, outcome, {
    referral_id: referral.id,
    child_id: referral.child_id,
    agenda_item_id: null,
    meeting_id: null,
    emergency_reason: emergencyReason,
  })

async function insertDecision(
  { tx, me, now, audit }: Doer,
  outcome: Outcome,
  about: {
    referral_id: string
    child_id: string | null
    agenda_item_id: string | null
    meeting_id: string | null
    emergency_reason?: string
  },
) {
  const { child_id, ...place } = about
  const id = newId()
  const { reference } = await tx
    .insertInto('decision')
    .values({
      id,
      ...place,
      emergency: place.emergency_reason !== undefined,
      code: outcome.code,
      school_id: outcome.schoolId,
      tier: outcome.tier ?? tierOf(outcome.code),
      provision: outcome.provision,
      refer_to: outcome.referTo,
      reasons: outcome.reasons,
      options_considered: outcome.optionsConsidered,
      dissent: outcome.dissent,
      conditions: outcome.conditions,
      start_on: outcome.startOn,
      review_on: outcome.reviewOn,
      end_on: outcome.endOn,
      decided_at: now,
      recorded_by: me.userId,
    })
    .returning('reference')
    .executeTakeFirstOrThrow()
  await sql`select onroll.mark_decided(${id}, ${now}, ${newId()})`.execute(tx)
  audit({
    event: 'decision.recorded',
    subjectKind: 'decision',
    subjectId: id,
    childId: child_id ?? undefined,
    detail: { code: outcome.code, emergency: place.emergency_reason !== undefined },
  })
  return { id, reference }
}

/** The tier that a code names by itself: "tier-3-part-time-provision" is Tier 3. */
const tierOf = (code: string) => Number(/^tier-([1-4])-/.exec(code)?.[1]) || null

export const decisionCodeName = (code: string): string =>
  decisionCodes.all.find(({ key }) => key === code)?.name ?? code

/** What a code asks for beside the reasons. */
export const needsOf = (code: string): readonly string[] =>
  decisionCodes.all.find(({ key }) => key === code)?.needs ?? []

export const isAllocation = (code: string) => code === 'fair-access-allocation'

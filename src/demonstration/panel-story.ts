import { addDays, type IsoDate } from '#domain/dates.ts'
import {
  agendaItem,
  decisionById,
  issueDecision,
  listCases,
  meetingById,
  recordDecision,
} from '#features/panels/index.ts'
import { closeCase } from '#features/referrals/index.ts'
import type { Chance } from './chance.ts'
import { momentOn } from './days.ts'
import type { Actor, Stage } from './stage.ts'
import { decisionReasons } from './words.ts'

/** Puts accepted cases on a meeting’s agenda. */
export const list = (
  stage: Stage,
  coordinator: Actor,
  meetingId: string,
  referrals: readonly string[],
  day: IsoDate,
) =>
  stage.as(coordinator, momentOn(day, 1), async doer =>
    listCases(doer, await meetingById(doer, meetingId), referrals),
  )

/** Decides one case in an open meeting and issues the decision the day after, unless it is left open. */
export async function decide(
  stage: Stage,
  chance: Chance,
  coordinator: Actor,
  {
    meetingId,
    referralId,
    day,
    code,
    schoolId,
    issue,
    late = false,
  }: {
    meetingId: string
    referralId: string
    day: IsoDate
    code: string
    schoolId: string | null
    issue: boolean
    late?: boolean
  },
) {
  const decision = await stage.as(coordinator, momentOn(day, 5), async doer => {
    const { id } = await doer.tx
      .selectFrom('agenda_item')
      .select('id')
      .where('meeting_id', '=', meetingId)
      .where('referral_id', '=', referralId)
      .executeTakeFirstOrThrow()
    return recordDecision(
      doer,
      await meetingById(doer, meetingId),
      await agendaItem(doer, meetingId, id),
      {
        code,
        schoolId,
        tier: null,
        provision: /tier-3|respite/.test(code) ? 'Otter Learning Barn' : null,
        referTo: code === 'refer-elsewhere' ? 'early-help' : null,
        reasons: chance.oneOf(decisionReasons),
        optionsConsidered: chance.happens(0.3)
          ? 'More support in school; a different provider.'
          : null,
        dissent: null,
        conditions: null,
        startOn: addDays(day, 10),
        reviewOn: addDays(day, 45),
        endOn: /tier|respite/.test(code) ? addDays(day, 120) : null,
      },
    )
  })
  if (issue)
    await stage.as(coordinator, momentOn(late ? addDays(day, 1) : day, 6), async doer =>
      issueDecision(doer, await decisionById(doer, decision.id)),
    )
  return decision.id
}

/** What was decided has run its course. */
export const close = (stage: Stage, coordinator: Actor, referralId: string, day: IsoDate) =>
  stage.as(coordinator, momentOn(day, 2), doer =>
    closeCase(doer, referralId, { reason: 'support ended', words: null }),
  )

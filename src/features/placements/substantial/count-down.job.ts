import { z } from 'zod'
import { addDays, londonDay } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { dayInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { authorityParameters, provisionFacts } from '#features/findings/index.ts'
import { addressesOf } from '#features/organisations/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'
import { lawWith } from '#rules/parameter.ts'
import { isInPlay } from '#rules/substantial/short-term-plan.ts'
import { worldOf } from '#rules/world.ts'

const earlyDays = 14
const lateDays = 7

/**
 * Each morning a plan in force is counted down: word goes out 14 and 7 days before its end, it lapses after it, and it
 * closes itself once the week needs it no more. What is done is marked as it is done, so that a second run does nothing.
 */
export const countDownPlans = job({
  name: 'count-down-plans',
  payload: z.object({}),
  cron: '15 5 * * *',
  work: (_, { db, now }) =>
    db.asWorker(async tx => {
      const today = londonDay(now())
      const plans = await plansInForce(tx)
      if (plans.length === 0) return
      const facts = await provisionFacts(
        tx,
        plans.map(({ child_id }) => child_id),
        now(),
      )
      const world = worldOf(facts)
      const law = lawWith(await authorityParameters(tx))
      const needed = new Set(
        (facts.substantialPlans ?? [])
          .filter(plan => isInPlay(plan, world, law))
          .map(({ id }) => id),
      )
      for (const plan of plans) {
        const { end_on } = plan
        if (end_on && end_on < today) {
          await close(tx, plan, 'lapsed', now(), `It was to end on ${dayInWords(end_on)}.`)
          await tell(tx, plan, today, 'has lapsed', 'It allows nothing more: change the week.')
        } else if (plan.placement_status === 'live' && !needed.has(plan.id)) {
          await close(tx, plan, 'ended', now(), 'The week needs no plan any more.')
        } else if (end_on && end_on <= addDays(today, lateDays)) {
          if (!plan.warned_late_at) await warn(tx, plan, today, now(), 'warned_late_at')
        } else if (end_on && end_on <= addDays(today, earlyDays) && !plan.warned_early_at)
          await warn(tx, plan, today, now(), 'warned_early_at')
      }
    }),
})

const plansInForce = (tx: Tx) =>
  tx
    .selectFrom('substantial_plan as plan')
    .innerJoin('placement', 'placement.id', 'plan.placement_id')
    .selectAll('plan')
    .select(['placement.reference', 'placement.run_by_id', 'placement.status as placement_status'])
    .where('plan.status', '=', 'in force')
    .orderBy('plan.id')
    .execute()
type PlanInForce = Awaited<ReturnType<typeof plansInForce>>[number]

async function close(
  tx: Tx,
  plan: PlanInForce,
  status: 'lapsed' | 'ended',
  now: Date,
  because: string,
) {
  await tx
    .updateTable('substantial_plan')
    .set({ status, ended_on: londonDay(now), ended_because: because })
    .where('id', '=', plan.id)
    .where('status', '=', 'in force')
    .execute()
  await tx
    .insertInto('placement_event')
    .values({
      id: newId(),
      placement_id: plan.placement_id,
      what: status === 'lapsed' ? 'plan lapsed' : 'plan ended',
      because,
      at: now,
    })
    .execute()
}

async function warn(
  tx: Tx,
  plan: PlanInForce,
  today: ReturnType<typeof londonDay>,
  now: Date,
  mark: 'warned_early_at' | 'warned_late_at',
) {
  await tx
    .updateTable('substantial_plan')
    .set(mark === 'warned_late_at' ? { warned_late_at: now } : { warned_early_at: now })
    .where('id', '=', plan.id)
    .execute()
  const end = plan.end_on ? dayInWords(plan.end_on) : ''
  await tell(tx, plan, today, `ends on ${end}`, 'Change the week before then.')
}

async function tell(
  tx: Tx,
  plan: PlanInForce,
  today: ReturnType<typeof londonDay>,
  what: string,
  ask: string,
) {
  const name = writeReference('placement', plan.reference)
  const roles = ['coordinator', 'school-referrer', 'school-dsl']
  for (const to of await addressesOf(tx, plan.run_by_id, roles, today))
    await sendMail(tx, {
      kind: 'short-term plan',
      to,
      subject: `The short-term plan of placement ${name} ${what}`,
      body: `The short-term plan of placement ${name} ${what}. ${ask}\n\nSign in to Onroll to read it: /placements/${plan.placement_id}/short-term-plan`,
    })
}

import { z } from 'zod'
import { type IsoDate, laterOf, londonDay } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { dayInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { addressesOf } from '#features/organisations/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { job } from '#platform/jobs.ts'
import { sendMail } from '#platform/mail.ts'
import type { PlacementEvent } from '../move-placement.ts'
import { readsUntil } from '../run/reads-until.ts'
import { endEverythingOf } from './end-everything.ts'
import { type LeftBehind, leftBehind } from './what-follows.query.ts'

/** Whatever changed about a child at provision (asked for with every change of a fact); and every night, as days go by. */
export const placementsFollow = job({
  name: 'placements-follow',
  payload: z.object({ child: z.uuid().optional() }),
  cron: '25 2 * * *',
  work: ({ child }, { db, now }) =>
    db.asWorker(async tx => {
      const today = londonDay(now())
      for (const placement of await leftBehind(tx, today, child))
        await follow({ tx, now: now(), today }, placement)
    }),
})

interface When {
  readonly tx: Tx
  readonly now: Date
  readonly today: IsoDate
}

/** What has not begun is withdrawn. A child who is there stays there until somebody decides, unless the roll was left. */
async function follow(when: When, placement: LeftBehind) {
  const because = whyOf(placement)
  if (placement.status !== 'live') {
    await move(when, placement, { status: 'withdrawn', end_reason: because })
    await record(when, placement.id, 'withdrawn', because)
    await endEverythingOf(when, placement.id, when.today)
    await tell(when, placement, 'was withdrawn', because)
  } else if (placement.off_roll_on) {
    const last = laterOf(placement.off_roll_on, placement.started_on ?? placement.off_roll_on)
    const early = placement.planned_end_on !== null && last < placement.planned_end_on
    await move(when, placement, {
      status: early ? 'ended early' : 'ended',
      end_reason: because,
      ended_on: last,
      // From today and not from the last day: the provider learns of it today.
      provider_reads_until: await readsUntil(when.tx, when.today),
    })
    await record(when, placement.id, early ? 'ended early' : 'ended', because)
    await endEverythingOf(when, placement.id, last)
    await tell(when, placement, 'has ended', because)
  } else {
    await record(when, placement.id, 'case ended', because)
    await tell(when, placement, 'goes on without its case', `${because} End it, or say why not.`)
  }
}

function whyOf({ referral, referral_status, off_roll_on }: LeftBehind): string {
  if (referral !== null)
    return `It followed: the case ${writeReference('referral', referral)} is ${referral_status}.`
  return `It followed: the child came off the roll of the school that commissions it on ${dayInWords(off_roll_on as IsoDate)}.`
}

async function move(
  { tx }: When,
  { id, status }: LeftBehind,
  changes: {
    status: 'withdrawn' | 'ended' | 'ended early'
    end_reason: string
    ended_on?: IsoDate
    provider_reads_until?: IsoDate
  },
) {
  await tx
    .updateTable('placement')
    .set(changes)
    .where('id', '=', id)
    .where('status', '=', status)
    .executeTakeFirstOrThrow()
}

const record = ({ tx, now }: When, placement: string, what: PlacementEvent, because: string) =>
  tx
    .insertInto('placement_event')
    .values({
      id: newId(),
      placement_id: placement,
      what,
      because,
      details: JSON.stringify({ followed: true }),
      at: now,
    })
    .execute()

/** The commissioner reads why; a provider that was asked learns that it is over, and not what about the child is why. */
async function tell({ tx, today }: When, placement: LeftBehind, words: string, because: string) {
  const name = writeReference('placement', placement.reference)
  const roles = ['coordinator', 'school-referrer', 'school-dsl']
  for (const to of await addressesOf(tx, placement.run_by_id, roles, today))
    await sendMail(tx, {
      kind: 'placement followed',
      to,
      subject: `Placement ${name} ${words}`,
      body: `Placement ${name} ${words}. ${because}\n\nSign in to Onroll to read it: /placements/${placement.id}`,
    })
  const wasAsked = ['offered', 'accepted', 'live'].includes(placement.status)
  if (!placement.provider_id || !wasAsked || words.startsWith('goes on')) return
  for (const to of await addressesOf(tx, placement.provider_id, ['provider-manager'], today))
    await sendMail(tx, {
      kind: 'placement followed',
      to,
      subject: `Placement ${name} ${words}`,
      body: `Placement ${name} ${words}.\n\nSign in to Onroll to read it: /placed/${placement.id}`,
    })
}

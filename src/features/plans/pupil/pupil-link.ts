import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluateProvision } from '#features/findings/index.ts'
import { type Placement, recordPlacementEvent } from '#features/placements/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer, Site } from '#platform/http/visit.ts'
import { about } from '../plan/write-plan.ts'
import { codeHash, pupilCode, pupilToken, tokenHash } from './pupil-secrets.ts'

const days = 7

/** Makes a link for the child and ends earlier ones: only the newest paper in a pocket works. */
export async function makePupilLink(doer: Doer & { readonly site: Site }, placement: Placement) {
  const { tx, me, now, audit, site } = doer
  await revokePupilLinks(doer, placement)
  const id = newId()
  const token = pupilToken(site.secret, id)
  await tx
    .insertInto('pupil_link')
    .values({
      id,
      placement_id: placement.id,
      token_hash: tokenHash(token),
      code_hash: codeHash(site.secret, token, pupilCode(site.secret, id)),
      made_by: me.userId,
      made_at: now,
      expires_at: new Date(now.getTime() + days * 86_400_000),
    })
    .execute()
  audit({ ...about(placement), event: 'pupil-link.made', detail: { link: id } })
  return id
}

export async function revokePupilLinks(
  { tx, now, audit }: Doer,
  placement: Pick<Placement, 'id' | 'child_id'>,
) {
  const revoked = await tx
    .updateTable('pupil_link')
    .set({ revoked_at: now })
    .where('placement_id', '=', placement.id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (revoked.numUpdatedRows > 0n)
    audit({
      ...about(placement),
      event: 'pupil-link.revoked',
      detail: { links: Number(revoked.numUpdatedRows) },
    })
}

export interface OpenedLink {
  readonly link_id: string
  readonly placement_id: string
  readonly forename: string
  readonly provider_name: string | null
}

/** What link and code open together. A wrong code is counted; the fifth kills the link. */
export async function openPupilLink(
  tx: Tx,
  { secret }: Pick<Site, 'secret'>,
  { token, code, now }: { token: string; code: string; now: Date },
): Promise<OpenedLink | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined
  const { rows } = await sql<OpenedLink>`
    select * from onroll.open_pupil_link(${tokenHash(token)}, ${codeHash(secret, token, code)}, ${now})`.execute(
    tx,
  )
  return rows[0]
}

export interface PupilWords {
  readonly going: number | null
  readonly safe: number | null
  readonly learning: number | null
  readonly best: string | null
  readonly change: string | null
  readonly words: string | null
}

/** Keeps what the child said and uses the link up. False when it can no longer be used. */
export async function keepPupilView(
  tx: Tx,
  { secret }: Pick<Site, 'secret'>,
  { token, code, now, today }: { token: string; code: string; now: Date; today: IsoDate },
  view: PupilWords & { readonly id: string },
): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select onroll.keep_pupil_view(${tokenHash(token)}, ${codeHash(secret, token, code)}, ${now}, ${view.id}::uuid, ${today}::date,
      ${view.going}::integer, ${view.safe}::integer, ${view.learning}::integer, ${view.best}, ${view.change}, ${view.words}) as kept`.execute(
    tx,
  )
  return rows[0]?.kept ?? false
}

/** What a child said to an adult, or wrote on paper. */
export async function recordPupilView(
  doer: Doer,
  placement: Placement,
  view: PupilWords & {
    readonly how: 'with an adult' | 'on paper'
    readonly on: IsoDate
    readonly helpedBy: string
  },
): Promise<string> {
  const { tx, me, now, today, audit } = doer
  if (view.on > today) throw new Refusal('That day is still to come.')
  const { on, helpedBy, ...words } = view
  const id = newId()
  await tx
    .insertInto('pupil_view')
    .values({
      ...words,
      id,
      placement_id: placement.id,
      on_day: on,
      helped_by: helpedBy,
      recorded_by: me.userId,
      at: now,
    })
    .execute()
  await recordPlacementEvent(doer, placement.id, 'pupil view given', null, { how: view.how })
  audit({ ...about(placement), event: 'pupil-view.recorded', detail: { how: view.how } })
  await reevaluateProvision(doer, placement.child_id)
  return id
}

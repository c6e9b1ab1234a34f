import { addMonths, type IsoDate } from '#domain/dates.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { identityOf } from '#features/children/index.ts'
import { doIRun, type Placement, placementById } from '#features/placements/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Visit } from '#platform/http/visit.ts'

/** The host of a work placement and its checks. */
export async function workOf(tx: Tx, placementId: string) {
  const row = await tx
    .selectFrom('work_experience')
    .selectAll()
    .where('placement_id', '=', placementId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return {
    ...row,
    liability_pence: row.liability_pence === null ? null : Number(row.liability_pence),
  }
}
export type Work = Awaited<ReturnType<typeof workOf>>

export async function openWork({
  tx,
  params,
  today,
}: Visit<`/placements/:placement/work-experience${string}`, unknown>) {
  const { placement: id } = params as { placement: string }
  const placement = await placementById(tx, id)
  return {
    placement,
    work: await workOf(tx, placement.id),
    child: await identityOf(tx, placement.child_id, today),
    run: await doIRun(tx, placement.id),
    today,
  }
}

/** The same for who changes it, in one of these statuses; whoever only reads is told that there is no such page. */
export const openOwnWork =
  (...statuses: Placement['status'][]) =>
  async (visit: Visit<`/placements/:placement/work-experience${string}`, unknown>) => {
    const opened = await openWork(visit)
    if (!opened.run) throw new NotFound()
    if (opened.work.reclassified_to)
      throw new Refusal('This was treated as alternative provision, and stays as it was.')
    if (!statuses.includes(opened.placement.status))
      throw new Refusal(
        `This placement is ${opened.placement.status}, so this cannot be done with it.`,
      )
    return opened
  }

const monthsOfACheck = 12

/** A host is looked at again after a year: our own default, since LEBC audits every year. */
export const checkAgainOn = (checkedOn: IsoDate | null): IsoDate | null =>
  checkedOn && addMonths(checkedOn, monthsOfACheck)

import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { enqueue, job } from '#platform/jobs.ts'
import { evaluate } from '#rules/engine.ts'
import type { Facts } from '#rules/facts.ts'
import type { Finding } from '#rules/finding.ts'
import { allRules } from '#rules/registry.ts'
import { keepFindings } from '../keep-findings.ts'
import { organisationFacts } from '../organisation-facts.query.ts'
import { authorityParameters } from '../parameters.query.ts'
import { pupilsWithWeeks } from '../provision/provision-facts.ts'
import { provisionRows } from '../provision/provision-rows.query.ts'
import {
  attendanceFrom,
  movesFrom,
  placementsFrom,
  removalsFrom,
  supportFrom,
  withReturns,
} from './move-facts.ts'
import { type MoveRows, moveRows } from './move-rows.query.ts'

type When = Pick<Doer, 'tx' | 'now' | 'today'>

const rules = allRules.filter(
  ({ id, area }) => area === 'MMV' || (area === 'ROL' && id !== 'ROL-07') || id === 'PLN-10',
)

/**
 * Asks the rules about a child's managed moves and removals in the transaction that changed a fact, as far as the school
 * that acts keeps their findings; a job asks about the rest a moment later.
 */
export async function reevaluateMoves(
  { tx, me, now, today }: When & Pick<Doer, 'me'>,
  childId: string,
): Promise<void> {
  await enqueue(tx, { name: 're-evaluate-moves' }, { child: childId }, { key: `moves ${childId}` })
  const rows = await moveRows(tx, [childId])
  const ours = new Set([
    ...rows.moves.flatMap(row => (row.from_school_id === me.organisationId ? [row.id] : [])),
    ...rows.removals.flatMap(row => (row.school_id === me.organisationId ? [row.id] : [])),
  ])
  if (ours.size > 0) await keep({ tx, now, today }, rows, ours)
}

export const reevaluateMovesJob = job({
  name: 're-evaluate-moves',
  payload: z.object({ child: z.uuid() }),
  work: ({ child }, { db, now }) => db.asWorker(tx => keepAll(tx, [child], now())),
})

/** Every night, because returns fall due and absences grow by time alone. */
export const reevaluateAllMovesJob = job({
  name: 're-evaluate-all-moves',
  payload: z.object({}),
  cron: '20 3 * * *',
  work: (_nothing, { db, now }) =>
    db.asWorker(async tx => {
      const ids = new Set([
        ...(await childrenOf(tx, 'managed_move')),
        ...(await childrenOf(tx, 'roll_removal')),
        ...(await childrenOf(tx, 'new_pupil_return')),
      ])
      const all = [...ids]
      for (let at = 0; at < all.length; at += batch)
        await keepAll(tx, all.slice(at, at + batch), now())
    }),
})
const batch = 50

const childrenOf = async (tx: Tx, table: 'managed_move' | 'roll_removal' | 'new_pupil_return') =>
  (await tx.selectFrom(table).select('child_id').distinct().execute()).map(
    ({ child_id }) => child_id,
  )

async function keepAll(tx: Tx, childIds: readonly string[], now: Date) {
  await keep({ tx, now, today: londonDay(now) }, await moveRows(tx, childIds), undefined, childIds)
}

/** Of `only` these subjects, or of everything about the children. */
async function keep(
  when: When,
  rows: MoveRows,
  only: ReadonlySet<string> | undefined,
  childIds: readonly string[] = [...new Set([...rows.moves, ...rows.removals].map(childOf))],
) {
  const facts = await factsOf(when, rows, childIds)
  const childOfSubject = new Map<string, string>([
    ...[...rows.moves, ...rows.removals].map(row => [row.id, childOf(row)] as const),
    ...childIds.map(id => [id, id] as const),
  ])
  const wanted = ({ rule, subject }: Finding) =>
    only ? only.has(subject.id) : subject.type !== 'pupil' || rule === 'ROL-06'
  const found = evaluate(facts, { rules, parameters: await authorityParameters(when.tx) })
    .filter(wanted)
    .map(finding => ({ finding, childId: childOfSubject.get(finding.subject.id) }))
  const standing = await when.tx
    .selectFrom('finding')
    .select(['id', 'fingerprint', 'subject_id'])
    .where('child_id', 'in', childIds)
    .where('superseded_at', 'is', null)
    .where(at =>
      at.or([
        at('subject_type', 'in', ['managed-move', 'removal']),
        at.and([at('rule', '=', 'ROL-06'), at('placement_id', 'is', null)]),
      ]),
    )
    .execute()
  await keepFindings(
    when,
    standing.filter(({ subject_id }) => !only || only.has(subject_id)),
    found,
  )
}

const childOf = ({ child_id }: { child_id: string }) => child_id

async function factsOf({ tx, today }: When, rows: MoveRows, childIds: readonly string[]) {
  const known = await provisionRows(tx, childIds)
  const schools = new Set([
    ...rows.moves.flatMap(row => [row.from_school_id, row.to_school_id]),
    ...[...rows.removals, ...rows.returns, ...known.enrolments].map(({ school_id }) => school_id),
  ])
  const facts: Facts = {
    asOf: today,
    ...(await organisationFacts(tx, { schools, partnerships: new Set() })),
    pupils: withReturns(pupilsWithWeeks(known, today), rows),
    managedMoves: movesFrom(rows),
    removals: removalsFrom(rows),
    attendance: attendanceFrom(rows),
    programmes: supportFrom(rows),
    placements: placementsFrom(rows),
  }
  return facts
}

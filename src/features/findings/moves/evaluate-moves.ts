import type { IsoDate } from '#domain/dates.ts'
import { yearGroupOn } from '#domain/year-group.ts'
import type { Doer } from '#platform/http/visit.ts'
import { evaluate } from '#rules/engine.ts'
import type { Facts, Pupil } from '#rules/facts.ts'
import type { Finding } from '#rules/finding.ts'
import { allRules } from '#rules/registry.ts'
import { keepFindings } from '../keep-findings.ts'
import { organisationFacts } from '../organisation-facts.query.ts'
import { authorityParameters } from '../parameters.query.ts'
import { pupilsWithWeeks } from '../provision/provision-facts.ts'
import { type ProvisionRows, provisionRows } from '../provision/provision-rows.query.ts'
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

/** The rules whose findings stand on a managed move, a removal, or an entry in the register. */
export const moveRules = allRules.filter(
  ({ id, area }) => area === 'MMV' || (area === 'ROL' && id !== 'ROL-07') || id === 'PLN-10',
)

/**
 * Asks the rules about a child's managed moves and removals in the transaction that changed a fact, as far as the school
 * that acts keeps their findings. The job that follows every change of a fact asks about the rest.
 */
export async function reevaluateMoves(
  { tx, me, now, today }: When & Pick<Doer, 'me'>,
  childId: string,
): Promise<void> {
  const rows = await moveRows(tx, [childId])
  const ours = new Set([
    ...rows.moves.flatMap(row => (row.from_school_id === me.organisationId ? [row.id] : [])),
    ...rows.removals.flatMap(row => (row.school_id === me.organisationId ? [row.id] : [])),
  ])
  if (ours.size > 0) await keep({ tx, now, today }, rows, ours)
}

/** Asks about everything of these children, for jobs. */
export async function evaluateMoves(when: When, childIds: readonly string[]): Promise<void> {
  await keep(when, await moveRows(when.tx, childIds), undefined, childIds)
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
  const found = evaluate(facts, {
    rules: moveRules,
    parameters: await authorityParameters(when.tx),
  })
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
    pupils: withReturns(pupilsWithWeeks(known, today), rows).map(pupil =>
      inYear(pupil, known, today),
    ),
    managedMoves: movesFrom(rows),
    removals: removalsFrom(rows),
    attendance: attendanceFrom(rows),
    programmes: supportFrom(rows),
    placements: placementsFrom(rows),
  }
  return facts
}

/** Who has left is asked about too, so the year is that of the last roll, or of the child’s age (ROL-05 asks for the top one). */
function inYear(pupil: Pupil, { enrolments }: ProvisionRows, today: IsoDate): Pupil {
  if (pupil.yearGroup !== undefined || !pupil.birthDate) return pupil
  const last = enrolments
    .filter(({ child_id }) => child_id === pupil.id)
    .sort((a, b) => (a.from_on < b.from_on ? 1 : -1))[0]
  return { ...pupil, yearGroup: last?.year_group ?? yearGroupOn(pupil.birthDate, today) }
}

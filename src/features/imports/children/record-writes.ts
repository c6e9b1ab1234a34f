import { addDays, type IsoDate, laterOf } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { dayInWords } from '#domain/london-time.ts'
import { foldedName } from '#domain/name-search.ts'
import { yearGroupName, yearGroupOn } from '#domain/year-group.ts'
import type { Value, WrittenTable } from '../row.ts'
import { inWords } from './identity-writes.ts'
import type { By, Judging, Outcome } from './writes.ts'

/** On this school’s roll since the day in the row, or else the day that was given for all. */
export function rollWrites(
  by: By,
  { row, on, known, matching }: Judging,
  childId: string,
  { writes, changes, warnings }: Outcome,
) {
  const from = row.enrolledOn ?? ((matching.rollFrom ?? by.today) as IsoDate)
  if (!on?.roll) {
    writes.push({
      table: 'enrolment',
      id: newId(),
      add: {
        child_id: childId,
        school_id: known.school.id,
        kind: row.registration ?? 'current',
        from_on: from,
        year_group: unusualYear(row, by.today),
        source: 'import',
        ...recorded(by),
      },
    })
    if (on) changes.push({ what: 'On roll', from: 'nothing', to: `since ${dayInWords(from)}` })
    return
  }
  if (row.enrolledOn && row.enrolledOn !== on.roll.from_on)
    warnings.push({
      problem: `The record has ${dayInWords(on.roll.from_on)} as first day on roll, the file ${dayInWords(row.enrolledOn)}. The import keeps the record’s: correct it on the child’s own page`,
    })
  if (row.registration && row.registration !== on.roll.kind) {
    writes.push({
      table: 'enrolment',
      id: on.roll.id,
      version: on.roll.version,
      change: { kind: row.registration },
      before: { kind: on.roll.kind },
    })
    changes.push({ what: 'Registration', from: on.roll.kind, to: row.registration })
  }
  const year = row.yearGroup ?? undefined
  if (year !== undefined && Math.abs(year - yearGroupOn(on.birth_date, by.today)) > 1)
    warnings.push({ problem: `${yearGroupName(year)} is unusual for a child of this age` })
}

const unusualYear = ({ yearGroup, birthDate }: Judging['row'], today: IsoDate) =>
  yearGroup != null && birthDate && yearGroupOn(birthDate, today) !== yearGroup ? yearGroup : null

export function needsWrites(by: By, { row, on }: Judging, childId: string, outcome: Outcome) {
  if (!row.specialNeeds) return
  const authority =
    row.specialNeeds === 'ehcp'
      ? (row.ehcpAuthority ?? on?.needs?.maintaining_authority ?? null)
      : null
  const need = row.primaryNeed ?? on?.needs?.primary_need ?? null
  const now = on?.needs
  if (
    now &&
    now.status === row.specialNeeds &&
    now.maintaining_authority === authority &&
    now.primary_need === need
  )
    return
  if (row.specialNeeds === 'ehcp' && !authority)
    outcome.warnings.push({
      problem:
        'The file does not say which authority maintains the EHCP. Add it on the child’s own page',
    })
  replaceDated(by, outcome, 'special_needs', childId, now, {
    status: row.specialNeeds,
    maintaining_authority: authority,
    primary_need: need,
    source: 'import',
  })
  if (on)
    outcome.changes.push({ what: 'SEN status', from: inWords(now?.status), to: row.specialNeeds })
}

export function careWrites(by: By, { row, on }: Judging, childId: string, outcome: Outcome) {
  const now = on?.care
  if (row.lookedAfter === false && now?.status === 'looked-after')
    outcome.warnings.push({
      problem:
        'The record says that the child is looked after, the file that not. The import keeps the record: change it on the child’s own page',
    })
  if (!row.lookedAfter) return
  const authority = row.careAuthority ?? now?.authority ?? null
  if (!authority)
    outcome.warnings.push({
      problem:
        'The file does not say which authority looks after the child. Add it on the child’s own page',
    })
  if (now?.status === 'looked-after' && now.authority === authority) return
  replaceDated(by, outcome, 'care_status', childId, now, {
    status: 'looked-after',
    authority,
    source: 'import',
  })
  if (on) outcome.changes.push({ what: 'Care', from: inWords(now?.status), to: 'looked-after' })
}

export function addressWrites(
  by: By,
  { row, on, known }: Judging,
  childId: string,
  outcome: Outcome,
) {
  const said = {
    street: row.street ?? null,
    town: row.town ?? null,
    postcode: row.postcode ?? null,
  }
  if (!said.street && !said.town && !said.postcode) return
  const now = on?.address
  const same = (a: string | null | undefined, b: string | null) =>
    !b || foldedName(a ?? '') === foldedName(b)
  if (
    now &&
    same(now.street, said.street) &&
    same(now.town, said.town) &&
    same(now.postcode, said.postcode)
  )
    return
  const place = said.postcode ? known.places.get(said.postcode) : undefined
  replaceDated(by, outcome, 'child_address', childId, now, {
    ...said,
    home_authority: place?.authority ?? null,
    home_area_id: place?.areaId ?? null,
    authority_source: place ? 'postcode' : 'not known',
  })
  if (on)
    outcome.changes.push({ what: 'Address', from: inWords(lines(now)), to: inWords(lines(said)) })
}

const lines = (
  address:
    | { street: string | null; town: string | null; postcode: string | null }
    | null
    | undefined,
) => [address?.street, address?.town, address?.postcode].filter(Boolean).join(', ')

/** What held until today ends yesterday; what began only today is put right in its place. */
function replaceDated(
  by: By,
  { writes }: Outcome,
  table: WrittenTable,
  childId: string,
  now: { id: string; version: number; from_on: IsoDate } | null | undefined,
  said: Readonly<Record<string, Value>>,
) {
  if (now && now.from_on >= by.today) {
    const old = now as unknown as Record<string, Value>
    const before = Object.fromEntries(
      Object.keys(said).map(column => [column, old[column] ?? null]),
    )
    writes.push({ table, id: now.id, version: now.version, change: said, before })
    return
  }
  if (now)
    writes.push({
      table,
      id: now.id,
      version: now.version,
      change: { to_on: addDays(by.today, -1) },
      before: { to_on: (now as { to_on?: Value }).to_on ?? null },
    })
  const from = now ? laterOf(by.today, now.from_on) : by.today
  writes.push({
    table,
    id: newId(),
    add: { child_id: childId, from_on: from, ...said, ...recorded(by) },
  })
}

/** Who wrote it, and when: in every row that an import adds. */
export const recorded = ({ me, now }: By) => ({
  recorded_by: me.userId,
  recorded_at: now.toISOString(),
})

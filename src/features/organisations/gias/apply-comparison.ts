import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import type { Doer } from '#platform/http/visit.ts'
import { leavePartnership } from '../membership/keep-memberships.ts'
import { isMemberOn, membershipsOfSchool } from '../membership/memberships.query.ts'
import type { ChangedSchool, Comparison, FieldChange, RegisterRow } from './compare.ts'
import { registeredFields, registeredValues } from './registered-values.ts'

const pieceLength = 500

/** Writes what was found: new schools, changed ones field by field, and the end of those that closed. */
export async function applyComparison(doer: Doer, comparison: Comparison, fileOn: IsoDate) {
  for (let start = 0; start < comparison.added.length; start += pieceLength)
    await addSchools(doer, comparison.added.slice(start, start + pieceLength), fileOn)
  for (const school of [...comparison.changed, ...comparison.closed, ...comparison.converted])
    await changeSchool(doer, school)
  for (const school of comparison.closed) await endMembership(doer, school)
  await markSeen(doer, comparison, fileOn)
}

async function addSchools({ tx, now }: Doer, rows: readonly RegisterRow[], fileOn: IsoDate) {
  if (rows.length === 0) return
  const schools = rows.map(row => ({ id: newId(), row, values: registeredValues(row) }))
  await tx
    .insertInto('organisation')
    .values(
      schools.map(({ id, row, values }) => ({
        id,
        kind: 'school' as const,
        name: row.name,
        ...pick(values, 'organisation'),
        created_at: now,
      })),
    )
    .execute()
  await tx
    .insertInto('school')
    .values(
      schools.map(({ id, row, values }) => ({
        organisation_id: id,
        urn: row.urn,
        ...pick(values, 'school'),
        gias_file_on: fileOn,
        gias_changed_at: now,
      })),
    )
    .execute()
}

async function changeSchool({ tx, now }: Doer, { id, fields }: ChangedSchool) {
  const stored = (place: 'organisation' | 'school') =>
    Object.fromEntries(
      fields
        .filter(({ field }) => placeOf(field) === place)
        .map(({ field, after }) => [field, after]),
    )
  const organisation = stored('organisation')
  if (Object.keys(organisation).length > 0)
    await tx.updateTable('organisation').set(organisation).where('id', '=', id).execute()
  const number = fields.find(({ field }) => field === 'urn')
  await tx
    .updateTable('school')
    .set({ ...stored('school'), gias_changed_at: now })
    .$if(number !== undefined, query =>
      query.set(({ fn, ref, val }) => ({
        previous_urns: fn<string[]>('array_append', [ref('previous_urns'), val(number?.before)]),
      })),
    )
    .where('organisation_id', '=', id)
    .execute()
}

const placeOf = (field: FieldChange['field']) => {
  if (field === 'urn') return 'school'
  return field === 'closed_on' ? 'organisation' : registeredFields[field].stored
}

/** A school that is no more is a member of nothing; whoever became its successor joins anew. */
async function endMembership(doer: Doer, { id, fields }: ChangedSchool) {
  const closedOn = fields.find(({ field }) => field === 'closed_on')?.after as IsoDate
  for (const member of await membershipsOfSchool(doer.tx, id)) {
    if (member.left_on !== null || !isMemberOn(member, doer.today)) continue
    await leavePartnership(doer, {
      memberId: member.id,
      on: closedOn > member.joined_on ? closedOn : member.joined_on,
      how: 'closed',
      decidedBy: 'the national register of schools',
      reason: null,
    })
  }
}

/** Notes for every school in the file that its facts are as of the file's day; a school unchanged stays unchanged. */
async function markSeen({ tx }: Doer, comparison: Comparison, fileOn: IsoDate) {
  const missing = comparison.missing.map(({ id }) => id)
  await tx
    .updateTable('school')
    .set({ gias_file_on: fileOn })
    .where(at => at.or([at('gias_file_on', 'is', null), at('gias_file_on', '<', fileOn)]))
    .$if(missing.length > 0, query => query.where('organisation_id', 'not in', missing))
    .execute()
}

/** The values that go into one of the two tables. */
const pick = (values: ReturnType<typeof registeredValues>, place: 'organisation' | 'school') =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name]) => registeredFields[name as keyof typeof registeredFields].stored === place,
    ),
  )

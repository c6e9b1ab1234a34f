import type { IsoDate } from '#domain/dates.ts'
import type { GiasColumn } from '#domain/gias-columns.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import {
  type Choice,
  type Comparison,
  compare,
  type KnownSchool,
  type RegisterRow,
} from './compare.ts'
import { type RegisteredName, type RegisteredValues, registeredNames } from './registered-values.ts'

/** A file that was uploaded, with who did what with it. */
export async function giasImport(tx: Tx, id: string) {
  const found = await tx
    .selectFrom('gias_import')
    .innerJoin('user_account as uploader', 'uploader.id', 'gias_import.uploaded_by')
    .leftJoin('user_account as maker', 'maker.id', 'gias_import.made_by')
    .selectAll('gias_import')
    .select(['uploader.name as uploader', 'maker.name as maker'])
    .where('gias_import.id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}
export type GiasImport = Awaited<ReturnType<typeof giasImport>>

/** What importing the file with this choice would do now. */
export async function comparisonOf(
  tx: Tx,
  { id, file_on, absent }: Pick<GiasImport, 'id' | 'file_on' | 'absent'>,
  choice: Choice,
  today: IsoDate,
): Promise<Comparison> {
  const known = await knownSchools(tx, today)
  const urns = known.flatMap(school => [school.urn, ...school.previousUrns])
  // A school that became an academy is found among the new ones of its authority, whatever was chosen.
  const authorities = new Set([
    ...choice.authorities,
    ...known.map(school => String(school.values.authority_number)),
  ])
  const rows = await tx
    .selectFrom('gias_row')
    .select('school')
    .where('import_id', '=', id)
    .where(at =>
      at.or([at('authority_number', 'in', [...authorities, '']), at('urn', 'in', [...urns, ''])]),
    )
    .orderBy('urn')
    .execute()
  return compare({
    known,
    rows: rows.map(({ school }) => school as RegisterRow),
    choice,
    absent: absent as GiasColumn[],
    fileOn: file_on,
  })
}

/** Every school that is here, as the register would describe it. */
export async function knownSchools(tx: Tx, today: IsoDate): Promise<KnownSchool[]> {
  const schools = await tx
    .selectFrom('school')
    .innerJoin('organisation', 'organisation.id', 'school.organisation_id')
    .leftJoin('partnership_member as member', join =>
      join
        .onRef('member.school_id', '=', 'school.organisation_id')
        .on('member.joined_on', '<=', today)
        .on(at => at.or([at('member.left_on', 'is', null), at('member.left_on', '>=', today)])),
    )
    .leftJoin('organisation as partnership', 'partnership.id', 'member.partnership_id')
    .selectAll('school')
    .select([
      'organisation.id',
      'organisation.name',
      'organisation.street',
      'organisation.town',
      'organisation.postcode',
      'organisation.telephone',
      'organisation.closed_on',
      'partnership.name as partnership',
    ])
    .orderBy('school.urn')
    .execute()
  return schools.map(school => ({
    id: school.id,
    urn: school.urn,
    previousUrns: school.previous_urns,
    closedOn: school.closed_on,
    partnership: school.partnership,
    values: Object.fromEntries(
      registeredNames.map((name: RegisteredName) => [name, school[name]]),
    ) as RegisteredValues,
  }))
}

/** How many schools of each authority the file has; for choosing. */
export const authoritiesInFile = (tx: Tx, importId: string) =>
  tx
    .selectFrom('gias_row')
    .select(({ fn }) => ['authority_number', fn.countAll<number>().as('schools')])
    .where('import_id', '=', importId)
    .groupBy('authority_number')
    .orderBy('authority_number')
    .execute()

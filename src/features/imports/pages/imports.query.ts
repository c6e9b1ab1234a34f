import type { Tx } from '#platform/database/database.ts'

export const pageSize = 25

export async function importsOf(tx: Tx, page: number) {
  const imports = await tx
    .selectFrom('import_batch as b')
    .innerJoin('user_account as maker', 'maker.id', 'b.made_by')
    .select([
      'b.id',
      'b.kind',
      'b.status',
      'b.file_name as fileName',
      'b.row_count as rowCount',
      'b.made_at as madeAt',
      'maker.name as madeBy',
    ])
    .orderBy('b.made_at', 'desc')
    .orderBy('b.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { total } = await tx
    .selectFrom('import_batch')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { imports, total }
}

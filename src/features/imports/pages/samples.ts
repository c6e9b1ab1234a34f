import { readFileSync } from 'node:fs'
import { download, type Route } from '#platform/http/page.tsx'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const sample = (name: string, kind: keyof typeof types): Route =>
  download({
    path: `/imports/samples/${name}.${kind}` as '/imports',
    permission: 'child.import',
    discloses: 'nothing personal',
    load: async () =>
      readFileSync(new URL(`../../../../seeds/samples/${name}.${kind}`, import.meta.url)),
    body: bytes =>
      new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': types[kind],
          'content-disposition': `attachment; filename="onroll-sample-${name}.${kind}"`,
        },
      }),
  })

/** Invented children, in the columns that schools’ systems give: to try the import with, and to see what it takes. */
export const samples: readonly Route[] = ['children', 'referrals'].flatMap(name => [
  sample(name, 'csv'),
  sample(name, 'xlsx'),
])

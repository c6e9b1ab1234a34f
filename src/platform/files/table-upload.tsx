import type { VNode } from 'preact'
import { isId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import type { FormState } from '#govuk/form-state.ts'
import { hiddenFields } from '#govuk/page-context.ts'
import type { PageTerms, Route } from '../http/page.tsx'
import { BadRequest, htmlResponse } from '../http/respond.tsx'
import type { Http, Site, Visit } from '../http/visit.ts'
import { visiting } from '../http/visiting.tsx'
import { csrfMatches } from '../sessions.ts'
import { type Limits, uploadLimits } from '../spreadsheet/limits.ts'
import { type ReadTable, readTable } from '../spreadsheet/read-table.ts'
import { UnreadableFile } from '../spreadsheet/unreadable-file.ts'
import { receiveTable } from './receive-table.ts'

export interface UploadedTable {
  readonly table: ReadTable
  readonly fileName: string
  readonly sha256: Buffer
}

export interface TableUpload<Path extends string, Model, Read>
  extends Omit<PageTerms<Path, unknown, Model>, 'query' | 'discloses'> {
  /** Ends in `/upload`: the limit for forms is not for it. The form posts its table as `file`. */
  readonly path: Path
  readonly limits?: Limits
  /** Headings whose cells are kept; all of them unless said. */
  readonly keep?: (heading: string) => boolean
  /** Makes sense of the table, outside any transaction. Throws `UnreadableFile` with a sentence when it cannot. */
  readonly read: (uploaded: UploadedTable) => Read
  /** The page that the form stands on, shown again with what was wrong under `file`. */
  readonly view: (model: Model, form: FormState, visit: Visit<Path>) => VNode
  /** What comes of it: where to go next, or a page with what was found, when nothing was written. */
  readonly received: (visit: Visit<Path>, model: Model, read: Read) => Promise<string | VNode>
}

// A status that no page answers with: the first look found nothing to refuse.
const goOn = 299

/**
 * Takes a table to be read. Permission first, in a short transaction; then the bytes and their reading, in none; then
 * what is written, in another: no transaction waits for somebody's slow line or for fifty thousand rows.
 */
export const tableUpload = <Path extends string, Model, Read>(
  spec: TableUpload<Path, Model, Read>,
): Route => ({
  path: spec.path,
  method: 'POST',
  permission: spec.permission,
  discloses: 'nothing personal',
  mount(app, site) {
    app.post(spec.path, async c => {
      const refusal = await visiting(site, spec, async visit => {
        await spec.load(visit)
        return new Response(null, { status: goOn })
      })(c)
      return refusal.status === goOn ? take(spec, site, c) : refusal
    })
  },
})

async function take<Path extends string, Model, Read>(
  spec: TableUpload<Path, Model, Read>,
  site: Site,
  c: Http,
): Promise<Response> {
  const { limits = uploadLimits, keep } = spec
  try {
    const { fields, file } = await receiveTable(
      c.req.raw,
      limits,
      fields => tokenFault(c, fields[hiddenFields.csrf]) === undefined,
    )
    const fault = tokenFault(c, fields[hiddenFields.csrf])
    if (fault) throw fault
    if (!file) throw new UnreadableFile('Choose a file')
    const table = await readTable(file.bytes, file.name, { limits, ...(keep ? { keep } : {}) })
    const read = spec.read({ table, fileName: file.name, sha256: file.sha256 })
    return await visiting(site, spec, visit =>
      answer(spec, site, c, visit, read, { key: fields[hiddenFields.key], hash: file.sha256 }),
    )(c)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const form = { values: {}, errors: { file: error.message } }
    return visiting(site, spec, async visit =>
      htmlResponse(c, site, spec.view(await spec.load(visit), form, visit), 422),
    )(c)
  }
}

function tokenFault(c: Http, token: unknown): Error | undefined {
  const me = c.get('me')
  const found = me ? csrfMatches(me, token) : 'forged'
  if (found === 'genuine') return undefined
  return found === 'other hat'
    ? new Refusal('You changed organisation after you opened that form. Open it again.')
    : new BadRequest(
        403,
        'This form was not shown to you in this session. Go back, reload the page and send it again.',
      )
}

/** A second click of the same form goes where the first one went. */
async function answer<Path extends string, Model, Read>(
  spec: TableUpload<Path, Model, Read>,
  site: Site,
  c: Http,
  visit: Visit<Path>,
  read: Read,
  { key = '', hash }: { key: string | undefined; hash: Buffer },
) {
  if (!isId(key))
    throw new BadRequest(400, 'The form came without its key. Reload the page and send it again.')
  const { tx, me } = visit
  const claimed = await tx
    .insertInto('form_key')
    .values({ key, user_id: me.userId, route: spec.path, body_hash: hash })
    .onConflict(conflict => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  const ours = tx.selectFrom('form_key').select(['went_to', 'route']).where('key', '=', key)
  const earlier = claimed ? undefined : await ours.executeTakeFirst()
  if (earlier?.went_to && earlier.route === spec.path) return c.redirect(earlier.went_to, 303)
  if (!claimed) throw new Refusal('This form was sent already. Go back and reload the page.')
  const result = await spec.received(visit, await spec.load(visit), read)
  if (typeof result !== 'string') {
    await tx.deleteFrom('form_key').where('key', '=', key).execute()
    return htmlResponse(c, site, result)
  }
  await tx.updateTable('form_key').set({ went_to: result }).where('key', '=', key).execute()
  return c.redirect(result, 303)
}

import type { VNode } from 'preact'
import { isId } from '#domain/ids.ts'
import type { FormState } from '#govuk/form-state.ts'
import { hiddenFields } from '#govuk/page-context.ts'
import type { PageTerms, Route } from '../http/page.tsx'
import { BadRequest, htmlResponse } from '../http/respond.tsx'
import type { Http, Site, Visit } from '../http/visit.ts'
import { visiting } from '../http/visiting.tsx'
import { csrfMatches } from '../sessions.ts'
import { currentKey, type FileStore, fileStore } from './file-store.ts'
import { type ReceivedFile, receiveUpload, type Upload } from './receive-upload.ts'
import { isNearlyFull, roomFor } from './room.ts'

export interface UploadPage<Path extends string, Model>
  extends Omit<PageTerms<Path, unknown, Model>, 'path'> {
  /** Ends in `/upload`: the limit for forms is not for it. The form posts a file named `file`. */
  readonly path: Path
  /** The page that the form stands on, shown again with what was wrong under `file`. */
  readonly view: (model: Model, form: FormState, visit: Visit<Path>) => VNode
  /** Writes the row of a file that is kept already, and says where to go next. */
  readonly received: (
    visit: Visit<Path>,
    model: Model,
    file: ReceivedFile & { readonly keyNumber: number },
  ) => Promise<string>
}

/**
 * Takes one file. Permission first, in a short transaction; then the bytes, in none; then the row, in another. A
 * transaction never waits for somebody's slow line.
 */
export const uploadPage = <Path extends string, Model>(spec: UploadPage<Path, Model>): Route => ({
  path: spec.path,
  method: 'POST',
  permission: spec.permission,
  discloses: spec.discloses === 'nothing personal' ? spec.discloses : 'a person’s record',
  mount(app, site) {
    app.post(spec.path, async c => {
      const refusal = await visiting(site, spec, async visit => {
        await spec.load(visit)
        return mayGoOn()
      })(c)
      if (refusal.status !== goOn) return refusal
      if (isNearlyFull(roomFor(site.configuration.dataFolder)))
        return showAgain(spec, site, c, { problem: noRoom })
      const store = fileStore(site.configuration.dataFolder, site.secret)
      const upload = await receiveUpload(c.req.raw, store, fields => isGenuine(c, fields))
      if (upload.isTooLarge) return showAgain(spec, site, c, upload)
      if (!isGenuine(c, upload.fields)) {
        if (upload.file) await store.discard(upload.file.id)
        throw new BadRequest(
          403,
          'This form was not shown to you in this session. Go back, reload the page and send it again.',
        )
      }
      return upload.file
        ? keep(spec, site, c, store, upload.fields, upload.file)
        : showAgain(spec, site, c, upload)
    })
  },
})

const noRoom =
  'Documents cannot be taken at the moment, because the service is short of room. Try again tomorrow, and tell your administrator'

// A status that no page answers with: the first look found nothing to refuse.
const goOn = 299
const mayGoOn = () => new Response(null, { status: goOn })

const isGenuine = (c: Http, fields: Upload['fields']) => {
  const me = c.get('me')
  return me !== undefined && csrfMatches(me, fields[hiddenFields.csrf]) === 'genuine'
}

const showAgain = <Path extends string, Model>(
  spec: UploadPage<Path, Model>,
  site: Site,
  c: Http,
  { problem = 'Choose a file', isTooLarge }: Pick<Upload, 'problem' | 'isTooLarge'>,
) =>
  visiting(site, spec, async visit =>
    htmlResponse(
      c,
      site,
      spec.view(await spec.load(visit), { values: {}, errors: { file: problem } }, visit),
      isTooLarge ? 413 : 422,
    ),
  )(c)

async function keep<Path extends string, Model>(
  spec: UploadPage<Path, Model>,
  site: Site,
  c: Http,
  store: FileStore,
  fields: Upload['fields'],
  file: ReceivedFile,
) {
  const key = fields[hiddenFields.key] ?? ''
  if (!isId(key)) {
    await store.discard(file.id)
    throw new BadRequest(400, 'The form came without its key. Reload the page and send it again.')
  }
  // Kept before the row commits: a row without its file would be a lie, a file without its row is swept away.
  await store.keep(file.id)
  try {
    return await visiting(site, spec, async visit => {
      const earlier = await claim(visit, spec.path, key, file.sha256)
      if (earlier) {
        await store.remove(file.id)
        return c.redirect(earlier, 303)
      }
      const to = await spec.received(visit, await spec.load(visit), {
        ...file,
        keyNumber: currentKey,
      })
      await visit.tx.updateTable('form_key').set({ went_to: to }).where('key', '=', key).execute()
      return c.redirect(to, 303)
    })(c)
  } catch (error) {
    await store.remove(file.id)
    throw error
  }
}

/** A second click of the same form goes where the first one went. */
async function claim(
  { tx, me }: Pick<Visit, 'tx' | 'me'>,
  route: string,
  key: string,
  sha256: string,
) {
  const claimed = await tx
    .insertInto('form_key')
    .values({ key, user_id: me.userId, route, body_hash: Buffer.from(sha256, 'hex') })
    .onConflict(conflict => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return undefined
  const earlier = await tx
    .selectFrom('form_key')
    .select('went_to')
    .where('key', '=', key)
    .executeTakeFirst()
  return earlier?.went_to ?? '/'
}

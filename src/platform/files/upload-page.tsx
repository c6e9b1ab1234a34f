import type { VNode } from 'preact'
import { isId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import type { FormState } from '#govuk/form-state.ts'
import { hiddenFields } from '#govuk/page-context.ts'
import { answersOf } from '../http/answers.ts'
import type { PageTerms, Route } from '../http/page.tsx'
import { BadRequest, htmlResponse } from '../http/respond.tsx'
import type { Http, Site, Visit } from '../http/visit.ts'
import { visiting } from '../http/visiting.tsx'
import { csrfMatches } from '../sessions.ts'
import { claimForm, noteWhereItLed, whereItLed } from './claim-form.ts'
import { worthTelling } from './document-says.ts'
import { currentKey, type FileStore, fileStore } from './file-store.ts'
import { heldUpload, holdUpload } from './held-upload.ts'
import { type ReceivedFile, receiveUpload, type Upload } from './receive-upload.ts'
import { isNearlyFull, roomFor } from './room.ts'
import { SaysMore } from './says-more.tsx'

export interface UploadPage<Path extends string, Model>
  extends Omit<PageTerms<Path, unknown, Model>, 'path'> {
  /**
   * Ends in `/upload`: the limit for forms is not for it. The form posts a file named `file`, and stands on the page at
   * the address before that.
   */
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
 * transaction never waits for somebody's slow line. A document that says more than its pages waits for an answer first.
 */
export const uploadPage = <Path extends string, Model>(spec: UploadPage<Path, Model>): Route => ({
  path: spec.path,
  method: 'POST',
  permission: spec.permission,
  discloses: spec.discloses === 'nothing personal' ? spec.discloses : 'a person’s record',
  mount(app, site) {
    app.post(spec.path, async c => {
      const refusal = await mayUpload(site, spec, c)
      if (refusal) return refusal
      const store = fileStore(site.configuration.dataFolder, site.secret)
      if (!isMultipart(c)) return answered(spec, site, c, store)
      if (isNearlyFull(roomFor(site.configuration.dataFolder)))
        return showAgain(spec, site, c, { problem: noRoom })
      const upload = await receiveUpload(c.req.raw, store, fields => isGenuine(c, fields))
      if (upload.isTooLarge) return showAgain(spec, site, c, upload)
      const { file, fields } = upload
      if (!isGenuine(c, fields)) {
        if (file) await store.discard(file.id)
        throw forged()
      }
      if (!file) return showAgain(spec, site, c, upload)
      return askFirst(site, c, file) ?? keep(spec, site, c, store, fields, file)
    })
  },
})

/** Nothing when they may; otherwise the answer that says why not. */
export async function mayUpload<Path extends string, Model>(
  site: Site,
  spec: Pick<UploadPage<Path, Model>, 'path' | 'permission' | 'load'>,
  c: Http,
): Promise<Response | undefined> {
  const answer = await visiting(site, spec, async visit => {
    await spec.load(visit)
    return new Response(null, { status: goOn })
  })(c)
  return answer.status === goOn ? undefined : answer
}
// A status that no page answers with: the first look found nothing to refuse.
const goOn = 299

export const noRoom =
  'Documents cannot be taken at the moment, because the service is short of room. Try again tomorrow, and tell your administrator'

const isMultipart = (c: Http) =>
  c.req.header('content-type')?.startsWith('multipart/form-data') ?? false

export const isGenuine = (c: Http, fields: Readonly<Record<string, unknown>>) => {
  const me = c.get('me')
  return me !== undefined && csrfMatches(me, fields[hiddenFields.csrf]) === 'genuine'
}

const forged = () =>
  new BadRequest(
    403,
    'This form was not shown to you in this session. Go back, reload the page and send it again.',
  )

/** The page that asks, where the document says something that whoever adds it may not know of. */
function askFirst(site: Site, c: Http, file: ReceivedFile): Response | undefined {
  const me = c.get('me')
  const says = me && file.says && worthTelling(file.says, me.name)
  if (!me || !says) return undefined
  const held = holdUpload({ secret: site.secret, me, path: c.req.path, now: site.now() }, file)
  return htmlResponse(c, site, <SaysMore name={file.name} says={says} held={held} />)
}

/** The answer: keep it as it is, or let it go and choose another. */
async function answered<Path extends string, Model>(
  spec: UploadPage<Path, Model>,
  site: Site,
  c: Http,
  store: FileStore,
): Promise<Response> {
  const { held, choice, ...fields } = await answersOf(c)
  if (!isGenuine(c, fields)) throw forged()
  const me = c.get('me')
  if (!me || typeof held !== 'string') return showAgain(spec, site, c, {})
  const file = heldUpload({ secret: site.secret, me, path: c.req.path, now: site.now() }, held)
  if (!file) throw new Refusal('This has waited for too long. Choose the document again.')
  if (choice === 'keep') return keep(spec, site, c, store, fields, file)
  await store.discard(file.id)
  return c.redirect(c.req.path.replace(/\/upload$/, ''), 303)
}

const showAgain = <Path extends string, Model>(
  spec: UploadPage<Path, Model>,
  site: Site,
  c: Http,
  { problem = 'Choose a file', isTooLarge }: Partial<Pick<Upload, 'problem' | 'isTooLarge'>>,
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
  fields: Readonly<Record<string, unknown>>,
  file: ReceivedFile,
) {
  const key = fields[hiddenFields.key]
  if (typeof key !== 'string' || !isId(key)) {
    await store.discard(file.id)
    throw new BadRequest(400, 'The form came without its key. Reload the page and send it again.')
  }
  // Kept before the row commits: a row without its file would be a lie, a file without its row is swept away.
  if (!(await store.keep(file.id))) return secondAnswer(spec, site, c, key)
  try {
    return await visiting(site, spec, async visit => {
      const earlier = await claimForm(visit, spec.path, key, file.sha256)
      if (earlier) {
        await store.remove(file.id)
        return c.redirect(earlier, 303)
      }
      const to = await spec.received(visit, await spec.load(visit), {
        ...file,
        keyNumber: currentKey,
      })
      await noteWhereItLed(visit, key, to)
      return c.redirect(to, 303)
    })(c)
  } catch (error) {
    await store.remove(file.id)
    throw error
  }
}

/** A held document that is not there any more: it was answered before, and where that led is where it is shown. */
const secondAnswer = <Path extends string, Model>(
  spec: UploadPage<Path, Model>,
  site: Site,
  c: Http,
  key: string,
) =>
  visiting(site, spec, async visit => {
    const earlier = await whereItLed(visit, key)
    if (!earlier) throw new Refusal('This was answered already. Choose the document again.')
    return c.redirect(earlier, 303)
  })(c)

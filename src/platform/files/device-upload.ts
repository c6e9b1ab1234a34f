import { isId } from '#domain/ids.ts'
import type { Permission } from '#domain/permissions.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { hiddenFields } from '#govuk/page-context.ts'
import type { Route } from '../http/page.tsx'
import type { Http, Site, Visit } from '../http/visit.ts'
import { visiting } from '../http/visiting.tsx'
import { claimForm } from './claim-form.ts'
import { pictureNamed } from './file-kind.ts'
import { currentKey, fileStore } from './file-store.ts'
import { type ReceivedFile, receiveUpload } from './receive-upload.ts'
import { isNearlyFull, roomFor } from './room.ts'
import { isGenuine, mayUpload, noRoom } from './upload-page.tsx'

export interface DeviceUpload<Path extends string, Model> {
  /** Ends in `/upload`: the limit for forms is not for it. */
  readonly path: Path
  readonly permission: Permission
  readonly load: (visit: Visit<Path>) => Promise<Model>
  /** Writes the row of a photograph that is kept already. `at`: when it was chosen, by the device’s clock. */
  readonly received: (
    visit: Visit<Path>,
    model: Model,
    file: ReceivedFile & { readonly keyNumber: number },
    at: Date | undefined,
  ) => Promise<void>
}

/**
 * Takes a photograph that a page’s script kept on the device until there was a signal. It is held to the rules of every
 * upload, is received once however often its key arrives, and is answered in JSON, because nobody looks at the answer.
 */
export const deviceUpload = <Path extends string, Model>(
  spec: DeviceUpload<Path, Model>,
): Route => ({
  path: spec.path,
  method: 'POST',
  permission: spec.permission,
  discloses: 'nothing personal',
  mount(app, site) {
    app.post(spec.path, async c => {
      try {
        const refusal = await mayUpload(site, spec, c)
        if (!refusal) return await take(spec, site, c)
        // A session that ended keeps what waits on the device.
        return refusal.status === 303 || refusal.status === 302 ? signInAgain(c) : refusal
      } catch (error) {
        if (error instanceof NotFound)
          return c.json({ problem: 'This is not there any more, or not yours to change' }, 404)
        if (error instanceof Refusal) return c.json({ problem: error.message }, 422)
        throw error
      }
    })
  },
})

async function take<Path extends string, Model>(
  spec: DeviceUpload<Path, Model>,
  site: Site,
  c: Http,
): Promise<Response> {
  // The device asks again.
  if (isNearlyFull(roomFor(site.configuration.dataFolder))) return c.json({ problem: noRoom }, 503)
  const store = fileStore(site.configuration.dataFolder, site.secret)
  const { fields, file, problem, isTooLarge } = await receiveUpload(c.req.raw, store, given =>
    isGenuine(c, given),
  )
  if (!file && isTooLarge) return c.json({ problem }, 413)
  if (!isGenuine(c, fields)) return signInAgain(c)
  if (!file) return c.json({ problem }, 422)
  const key = fields[hiddenFields.key] ?? ''
  if (!isId(key) || !pictureNamed(file.name)) {
    await store.discard(file.id)
    return c.json({ problem: 'Only photographs are sent like this, each with its key' }, 422)
  }
  await store.keep(file.id)
  try {
    return await visiting(site, spec, async visit => {
      if (await claimForm(visit, spec.path, key, file.sha256)) await store.remove(file.id)
      else
        await spec.received(
          visit,
          await spec.load(visit),
          { ...file, keyNumber: currentKey },
          momentOf(fields['at']),
        )
      return c.json({ received: true, takenOut: file.takenOut })
    })(c)
  } catch (error) {
    await store.remove(file.id)
    throw error
  }
}

const momentOf = (text = ''): Date | undefined =>
  Number.isNaN(Date.parse(text)) ? undefined : new Date(text)

const signInAgain = (c: Http) => c.json({ signIn: true }, 401)

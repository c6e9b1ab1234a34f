// Photographs that wait on this device for a signal. Their points and names are sealed: only the page of whoever is signed
// in opens them. Beside each, a line in the other store says that it waits, so that every page can tell.
import { forget, keep, keptOf, unseal } from './kept-store.js'

export const canKeepPhotographs = () => globalThis.indexedDB !== undefined

/** Throws when there is no room: then nothing of it is kept. */
export async function keepPhotograph(sealer, whose, { id, page, to, at, name, bytes }) {
  const parts = await sealer.seal(`photograph ${id}`, bytes)
  await inStore('readwrite', store => store.put({ id, whose, at, ...parts }))
  const content = { name, size: bytes.byteLength }
  try {
    return await keep(sealer, whose, { id, page, to, at, photograph: true, content })
  } catch (noRoom) {
    await inStore('readwrite', store => store.delete(id))
    throw noRoom
  }
}

/** What waits for this person, the oldest first, with its name. What this page cannot open is left out. */
export async function photographsOf(sealer, whose) {
  const lines = keptOf(whose).filter(({ photograph }) => photograph)
  const known = await Promise.all(lines.map(line => unseal(sealer, line)))
  return known.filter(each => each !== undefined)
}

/** Its points again; nothing where the browser has cleared them away. */
export async function bytesOf(sealer, { id }) {
  const found = await inStore('readonly', store => store.get(id))
  return found && sealer.unseal(`photograph ${id}`, found)
}

export async function forgetPhotograph(photograph) {
  forget(photograph)
  await inStore('readwrite', store => store.delete(photograph.id))
}

/** What a page that died between two deeds left behind: no line speaks of it, and it is no longer being written. */
export async function forgetOrphans(whose) {
  const known = new Set(keptOf(whose).map(({ id }) => id))
  const all = await inStore('readonly', store => store.getAll())
  const aDayAgo = new Date(Date.now() - 86_400_000).toISOString()
  for (const { id, at } of all.filter(each => each.whose === whose))
    if (!known.has(id) && at < aDayAgo) await inStore('readwrite', store => store.delete(id))
}

/** Everything of a person, when they sign out. */
export async function forgetAllOf(whose) {
  const all = await inStore('readonly', store => store.getAll())
  for (const { id } of all.filter(each => each.whose === whose))
    await inStore('readwrite', store => store.delete(id))
}

/** One deed in the store, and it is on the device before anybody is told so. */
async function inStore(mode, deed) {
  const database = await opened()
  try {
    const transaction = database.transaction('photographs', mode, { durability: 'strict' })
    const asked = deed(transaction.objectStore('photographs'))
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onabort = () => reject(transaction.error ?? asked.error)
      transaction.onerror = () => reject(transaction.error ?? asked.error)
    })
    return asked.result
  } finally {
    database.close()
  }
}

function opened() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('onroll-kept', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('photographs', { keyPath: 'id' })
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

// What a page keeps on this device until the service has it. The words are sealed: only the page of whoever is signed in
// holds the key, so that nobody else who opens this browser can read them.
const prefix = 'onroll-kept/'

/** Where the keys of a page without a signal lie (kept-box.js). They go when their person signs out. */
export const boxPrefix = 'onroll-box/'
export const boxKey = whose => `${boxPrefix}${whose}`
export const forgetBox = whose => localStorage.removeItem(boxKey(whose))

/** Whose page this is: not a name, and the same on every page of that person. */
export const person = () =>
  document.querySelector('[data-onroll-person]')?.dataset.onrollPerson ?? ''

/** Everything kept for a person, the oldest first, still sealed. */
export function keptOf(whose) {
  return keys()
    .filter(key => key.startsWith(`${prefix}${whose}/`))
    .map(read)
    .filter(each => each !== undefined)
    .sort((one, other) => one.at.localeCompare(other.at))
}

/** Is there anything of somebody else's? */
export const isKeptForOthers = whose =>
  keys().some(key => key.startsWith(prefix) && !key.startsWith(`${prefix}${whose}/`))

export const forget = ({ key }) => localStorage.removeItem(key)

/** Without secure pages, or where the browser lets a page store nothing, forms are sent as ever. */
export function canKeep() {
  try {
    localStorage.setItem(`${prefix}try`, '')
    localStorage.removeItem(`${prefix}try`)
    return globalThis.crypto?.subtle !== undefined
  } catch {
    return false
  }
}

export async function keep(sealer, whose, { id, content, ...open }) {
  const key = `${prefix}${whose}/${id}`
  const parts = await sealer.seal(id, new TextEncoder().encode(JSON.stringify(content)))
  const text = Object.entries(parts).map(([name, part]) => [name, asText(new Uint8Array(part))])
  localStorage.setItem(key, JSON.stringify({ id, ...open, ...Object.fromEntries(text) }))
  return { ...open, id, key, content }
}

/** With its words again, or nothing where this page cannot open them. */
export async function unseal(sealer, { iv, sealed, from, ...open }) {
  try {
    const parts = { iv: fromText(iv), sealed: fromText(sealed), from: from && fromText(from) }
    const text = await sealer.unseal(open.id, parts)
    return { ...open, content: JSON.parse(new TextDecoder().decode(text)) }
  } catch {
    return undefined
  }
}

export const keyFrom = text =>
  crypto.subtle.importKey('raw', fromText(text), 'AES-GCM', false, ['encrypt', 'decrypt'])

function keys() {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

function read(key) {
  try {
    return { ...JSON.parse(localStorage.getItem(key)), key }
  } catch {
    return undefined
  }
}

export const asText = array => btoa(String.fromCharCode(...array))
export const fromText = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0))

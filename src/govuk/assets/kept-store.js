// What a page keeps on this device until the service has it. The words are sealed: only the page of whoever is signed in
// holds the key, so that nobody else who opens this browser can read them.
const prefix = 'onroll-kept/'

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

export async function keep(cryptoKey, whose, { id, content, ...open }) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bytes(id) },
    cryptoKey,
    bytes(JSON.stringify(content)),
  )
  const key = `${prefix}${whose}/${id}`
  const text = { id, ...open, iv: asText(iv), sealed: asText(new Uint8Array(sealed)) }
  localStorage.setItem(key, JSON.stringify(text))
  return { ...open, id, key, content }
}

/** With its words again, or nothing where they were sealed with another key. */
export async function unseal(cryptoKey, { iv, sealed, ...open }) {
  try {
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromText(iv), additionalData: bytes(open.id) },
      cryptoKey,
      fromText(sealed),
    )
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

const bytes = text => new TextEncoder().encode(text)
const asText = array => btoa(String.fromCharCode(...array))
const fromText = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0))

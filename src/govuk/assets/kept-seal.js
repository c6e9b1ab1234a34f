// Two ways to seal what lies on the device. A signed-in page holds a key that shuts and opens. A page without a signal holds
// nothing but the public half of a pair: it can shut, and only a signed-in page can open.

/** For a page of somebody who is signed in: it opens what either page has sealed. */
export const sealerOf = (key, privateKey) => ({
  seal: (name, content) => shut(key, name, content),
  async unseal(name, { iv, sealed, from }) {
    const with_ = from ? await common(privateKey, await publicKeyFrom(from), from) : key
    return crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: bytes(name) },
      with_,
      sealed,
    )
  },
})

/** For a page that nobody is signed in to: what it has sealed it cannot open itself. */
export const sealerInto = publicKey => ({
  async seal(name, content) {
    const once = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
    const from = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey))
    return { ...(await shut(await common(once.privateKey, publicKey, from), name, content)), from }
  },
  unseal: () => Promise.reject(new Error('Only a signed-in page opens it')),
})

export const newPair = () => crypto.subtle.generateKey(curve, true, ['deriveBits'])
export const publicKeyFrom = raw => crypto.subtle.importKey('raw', raw, curve, true, [])
export const privateKeyFrom = pkcs8 =>
  crypto.subtle.importKey('pkcs8', pkcs8, curve, false, ['deriveBits'])

const curve = { name: 'ECDH', namedCurve: 'P-256' }

async function shut(key, name, content) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const how = { name: 'AES-GCM', iv, additionalData: bytes(name) }
  return { iv, sealed: await crypto.subtle.encrypt(how, key, content) }
}

/** The key that the two halves have in common; another for everything that is sealed. */
async function common(privateKey, publicKey, from) {
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256)
  const secret = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: from, info: bytes('kept on a device') }
  const key = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey(how, secret, key, false, ['encrypt', 'decrypt'])
}

const bytes = text => new TextEncoder().encode(text)

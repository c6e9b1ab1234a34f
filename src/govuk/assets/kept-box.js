// The pair of keys by which a page without a signal can go on keeping things. Its public half lies open on the device, the
// private one sealed with the key that only a signed-in page holds. With it stands which pages were opened, and when.
import { newPair, privateKeyFrom, publicKeyFrom, sealerInto, sealerOf } from './kept-seal.js'
import { asText, boxKey, boxPrefix, fromText, keyFrom, person } from './kept-store.js'

/** As long as a session lasts at most: after that the page has to be opened with a signal first. */
const longest = 12 * 3_600_000

const place = document.querySelector('[data-onroll-kept]')

async function begin() {
  const { onrollKept: to, onrollKeptPage, onrollKeptKey } = place.dataset
  if (onrollKeptKey) {
    const key = await keyFrom(onrollKeptKey)
    const whose = person()
    // Without room for a box the page itself keeps things all the same.
    const sealer = await openedBy(key, whose, onrollKeptPage).catch(() => sealerOf(key))
    return { isAway: false, whose, to, page: onrollKeptPage, sealer }
  }
  const page = location.pathname
  const box = newestFor(page)
  if (!box) return undefined
  const sealer = sealerInto(await publicKeyFrom(fromText(box.open)))
  const visit = page.replace(/\/on-site$/, '')
  return { isAway: true, whose: box.whose, to: `${visit}/entries`, page, sealer }
}

/** Opens the box of this person, or makes one; from now on this page can be written on without a signal. */
const openedBy = (key, whose, page) =>
  alone(async () => {
    const known = read(boxKey(whose))
    const privateKey = known && (await opened(key, known.shut).catch(() => undefined))
    const pages = { ...stillOpen(known?.pages), [page]: new Date().toISOString() }
    if (privateKey) {
      localStorage.setItem(boxKey(whose), JSON.stringify({ ...known, pages }))
      return sealerOf(key, privateKey)
    }
    const pair = await newPair()
    const pkcs8 = await crypto.subtle.exportKey('pkcs8', pair.privateKey)
    const { iv, sealed } = await sealerOf(key).seal('box', pkcs8)
    const box = {
      open: asText(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))),
      shut: { iv: asText(iv), sealed: asText(new Uint8Array(sealed)) },
      pages,
    }
    localStorage.setItem(boxKey(whose), JSON.stringify(box))
    return sealerOf(key, pair.privateKey)
  })

const opened = async (key, { iv, sealed }) =>
  privateKeyFrom(await sealerOf(key).unseal('box', { iv: fromText(iv), sealed: fromText(sealed) }))

/** Of whoever opened this page last on this device. */
function newestFor(page) {
  const boxes = Object.keys(localStorage)
    .filter(key => key.startsWith(boxPrefix))
    .map(key => ({ ...read(key), whose: key.slice(boxPrefix.length) }))
    .filter(({ pages }) => stillOpen(pages)[page])
  return boxes.sort((one, other) => other.pages[page].localeCompare(one.pages[page]))[0]
}

const stillOpen = (pages = {}) =>
  Object.fromEntries(
    Object.entries(pages).filter(([, at]) => Date.now() - new Date(at).getTime() < longest),
  )

/** Two pages that open at once make one box. */
const alone = deed => (navigator.locks ? navigator.locks.request('onroll-box', deed) : deed())

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? undefined
  } catch {
    return undefined
  }
}

/**
 * Whose page this is, where it sends to, and what it seals with: `isAway` where it stands for a page that could not be
 * reached. Nothing where this device cannot keep anything for this page.
 */
export const keeping = place ? await begin().catch(() => undefined) : undefined

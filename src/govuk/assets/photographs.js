// Photographs of a page for being on site: kept on the device as soon as they are chosen, and sent one by one when there is
// a signal. Without this file the form sends one, like any other form.
import { keeping } from './kept-box.js'
import { canKeep, keptOf } from './kept-store.js'
import { showPhotographs } from './photograph-list.js'
import {
  bytesOf,
  canKeepPhotographs,
  forgetOrphans,
  forgetPhotograph,
  keepPhotograph,
  photographsOf,
} from './photograph-store.js'
import { smaller } from './smaller-photograph.js'

const largest = 25 * 1024 * 1024
const place = document.querySelector('[data-onroll-photographs]')
if (place && keeping && canKeep() && canKeepPhotographs()) await start()

async function start() {
  const { isAway, whose, page, sealer } = keeping
  const to = `${page}/upload`
  const form = place.querySelector('form')
  const input = form.querySelector('input[type="file"]')
  await forgetOrphans(whose).catch(() => undefined)
  const waiting = await photographsOf(sealer, whose)
  // On a page without a signal: how many lie here that only a signed-in page can open.
  const shut = keptOf(whose).filter(({ photograph }) => photograph).length - waiting.length
  const sent = []
  const failed = []
  let sending = false
  let signedOut = false

  input.multiple = true
  input.accept = 'image/*'
  form.querySelector('button').hidden = true
  input.addEventListener('change', () => void take([...input.files]))
  form.addEventListener('submit', event => event.preventDefault())
  show()
  void send()
  addEventListener('online', send)
  addEventListener('offline', show)
  document.addEventListener('visibilitychange', send)
  setInterval(send, 10_000)

  async function take(files) {
    input.disabled = true
    failed.length = 0
    // Asked once there is something to lose: the browser then clears it away last.
    await globalThis.navigator.storage?.persist?.().catch(() => false)
    for (const file of files) {
      const why = await keepOne(file)
      if (why) failed.push({ name: file.name, why })
      show()
    }
    input.value = ''
    input.disabled = false
    input.focus()
    show()
    void send()
  }

  /** Why it is not kept, if so. It is still where it was chosen from. */
  async function keepOne(file) {
    const photograph = await smaller(file)
    if (!photograph) return 'This device cannot open it as a photograph. Choose a JPEG or PNG.'
    if (photograph.size > largest) return 'It is larger than 25 MB. Take it again, smaller.'
    try {
      const bytes = await photograph.arrayBuffer()
      const at = new Date().toISOString()
      const id = crypto.randomUUID()
      const name = named(photograph)
      waiting.push(await keepPhotograph(sealer, whose, { id, page, to, at, name, bytes }))
      return undefined
    } catch {
      return 'There is no room for it on this device, so it is not kept here. Leave it among the photographs of the device, and add it when there is a signal.'
    }
  }

  /** One page at a time, the oldest first, until there is no signal or nothing left. */
  async function send() {
    if (isAway || sending || document.visibilityState === 'hidden') return
    sending = true
    const all = async lock => {
      if (lock === null) return
      for (const photograph of [...waiting]) {
        if (photograph.problem || !navigator.onLine) continue
        const isAnswered = await sendOne(photograph)
        show()
        if (!isAnswered) break
      }
    }
    await (navigator.locks
      ? navigator.locks.request('onroll-photographs', { ifAvailable: true }, all)
      : all()
    ).catch(() => undefined)
    sending = false
    show()
  }

  async function sendOne(photograph) {
    const bytes = await bytesOf(sealer, photograph).catch(() => undefined)
    if (!bytes) {
      // Another page has sent it, or the browser has cleared it away.
      const stillThere = (await photographsOf(sealer, whose)).some(({ id }) => id === photograph.id)
      if (stillThere) photograph.problem = goneWords
      else waiting.splice(waiting.indexOf(photograph), 1)
      return true
    }
    const { name } = photograph.content
    const body = new FormData()
    body.set('_csrf', form.elements._csrf.value)
    body.set('_key', photograph.id)
    body.set('at', photograph.at)
    body.set('file', new File([bytes], name))
    try {
      const signal = AbortSignal.timeout(180_000)
      const answer = await fetch(photograph.to, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal,
      })
      if (answer.status >= 500 || answer.status === 429) return false
      signedOut = answer.status === 401
      if (signedOut) return false
      const said = await answer.json().catch(() => ({}))
      if (!answer.ok) photograph.problem = said.problem ?? 'The service refused it'
      else {
        await drop(photograph)
        sent.push({ name, takenOut: said.takenOut })
      }
      return true
    } catch {
      return false
    }
  }

  async function drop(photograph) {
    await forgetPhotograph(photograph)
    waiting.splice(waiting.indexOf(photograph), 1)
  }

  function show() {
    showPhotographs(place, {
      waiting,
      shut,
      isAway,
      sent,
      failed,
      signedOut,
      page,
      async remove(photograph) {
        await drop(photograph)
        show()
        input.focus()
      },
    })
  }
}

/** Some cameras leave out the ending by which the service knows what it is sent. */
function named({ name, type }) {
  const ending = type === 'image/png' ? '.png' : '.jpg'
  const isNamed = type === 'image/png' ? /\.png$/i.test(name) : /\.jpe?g$/i.test(name)
  return isNamed ? name : `${name || 'photograph'}${ending}`
}

const goneWords =
  'It is not on this device any more, because the browser has cleared it away. Add it again from the photographs of the device.'

// A page whose forms are kept on the device and sent when there is a signal. Without this file the same forms are sent as
// any other; nothing here is the only way to do anything.
import { keeping } from './kept-box.js'
import { fieldsOf, fill, isBlank, labelOf } from './kept-form.js'
import { showKept } from './kept-list.js'
import { sendEntry } from './kept-send.js'
import { canKeep, forget, isKeptForOthers, keep, keptOf, unseal } from './kept-store.js'
import { standIn } from './stand-in.js'

const place = document.querySelector('[data-onroll-kept]')
if (place && keeping && canKeep()) await start()

async function start() {
  const { isAway, whose, to, page, sealer } = keeping
  const forms = [...document.querySelectorAll('.onroll-kept-form')]
  const drafts = new Map()
  const entries = []
  // One page without a signal never writes over what another was writing: it could not read it first.
  const own = isAway ? ` ${crypto.randomUUID()}` : ''
  let shut = 0
  let signedOut = false
  let received = 0
  let sending = false
  let last = ''

  for (const sealed of keptOf(whose).filter(({ photograph }) => !photograph)) {
    const entry = await unseal(sealer, sealed)
    if (!entry) shut += sealed.draft ? 0 : 1
    else if (!entry.draft) entries.push(entry)
    else if (entry.page === page) takeUp(entry)
  }
  for (const form of forms) watch(form)
  for (const hidden of document.querySelectorAll('[data-onroll-kept-forms]')) hidden.hidden = false
  show()
  addEventListener('offline', show)
  addEventListener('online', show)
  if (!isAway) {
    void standIn()
    void send()
    addEventListener('online', send)
    document.addEventListener('visibilitychange', send)
    setInterval(send, 10_000)
  }

  /** What was being typed stands in its form again; where several were, the others wait beside it. */
  function takeUp(draft) {
    const form = formOf(draft.draft)
    if (!form) return
    if (drafts.has(draft.draft)) return layBeside(draft)
    fill(form, draft.content.fields)
    drafts.set(draft.draft, draft)
  }

  function layBeside(draft) {
    entries.push({ ...draft, what: draft.draft, problem: 'It was not finished' })
  }

  function formOf(what) {
    return forms.find(each => each.elements.what.value === what)
  }

  function watch(form) {
    let waiting = 0
    form.addEventListener('input', () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => keepDraft(form), 250)
    })
    form.addEventListener('submit', event => {
      event.preventDefault()
      clearTimeout(waiting)
      void keepEntry(form)
    })
  }

  /** What is being typed outlives a page that is closed by mistake. */
  async function keepDraft(form, mark = own) {
    const what = form.elements.what.value
    const fields = fieldsOf(form)
    if (isBlank(fields)) return dropDraft(what)
    const id = drafts.get(what)?.id ?? `${page} ${what}${mark}`
    const at = new Date().toISOString()
    const content = { fields, label: labelOf(form) }
    drafts.set(what, await keep(sealer, whose, { id, page, draft: what, at, content }))
  }

  function dropDraft(what) {
    const draft = drafts.get(what)
    if (draft) forget(draft)
    drafts.delete(what)
  }

  async function keepEntry(form) {
    const fields = fieldsOf(form)
    const what = form.elements.what.value
    // The same words twice within a moment are two presses and one entry.
    const same = JSON.stringify(fields)
    if (isBlank(fields) || same === last) return
    last = same
    setTimeout(() => {
      last = ''
    }, 2000)
    const isJudgement = what.startsWith('judgement-')
    const older = entries.find(each => isJudgement && each.what === what && each.to === to)
    if (older && !older.isSending) drop(older)
    const id = crypto.randomUUID()
    const at = new Date().toISOString()
    const content = { fields, label: labelOf(form) }
    try {
      entries.push(await keep(sealer, whose, { id, page, to, what, at, content }))
    } catch {
      // No room on the device: the form is sent as it would be without this file.
      return isAway ? tellNoRoom() : form.submit()
    }
    dropDraft(what)
    if (!isJudgement) form.reset()
    show()
    void send()
  }

  function tellNoRoom() {
    alert('There is no room on this device, so this is not kept. Note it on paper.')
  }

  function drop(entry) {
    forget(entry)
    entries.splice(entries.indexOf(entry), 1)
  }

  /** Sends what waits, the oldest first, until there is no signal or nothing left. */
  async function send() {
    if (isAway || sending || document.visibilityState === 'hidden') return
    sending = true
    for (const entry of [...entries]) {
      if (entry.problem || entry.saved || !navigator.onLine) continue
      entry.isSending = true
      const answer = await sendEntry(entry, forms[0].elements._csrf.value)
      entry.isSending = false
      signedOut = answer.isSignedOut === true
      if (answer.isReceived) haveReceived(entry, answer)
      else Object.assign(entry, { saved: answer.saved, problem: answer.problem })
      show()
      if (answer.isLater) break
    }
    sending = false
  }

  function haveReceived(entry, { version }) {
    drop(entry)
    received += 1
    const base = `base-${entry.what.slice(-1)}`
    for (const form of forms)
      if (entry.to === to && version && form.elements[base]) form.elements[base].value = version
  }

  function show() {
    const hasOthers = isKeptForOthers(whose)
    const actions = { mine, theirs, back }
    showKept(place, { entries, shut, received, signedOut, page, isAway, hasOthers, actions })
  }

  async function mine(entry) {
    const base = `base-${entry.what.slice(-1)}`
    entry.content.fields = entry.content.fields.map(([name, value]) =>
      name === base ? [name, String(entry.saved.version)] : [name, value],
    )
    delete entry.saved
    await keep(sealer, whose, entry)
    void send()
  }

  function theirs(entry) {
    drop(entry)
    show()
  }

  /** What stands in the form meanwhile changes places with it. */
  async function back(entry) {
    const form = formOf(entry.what)
    const typed = drafts.get(entry.what)
    if (typed) layBeside(typed)
    drafts.delete(entry.what)
    fill(form, entry.content.fields)
    await keepDraft(form, ` ${crypto.randomUUID()}`)
    drop(entry)
    show()
    form.querySelector('select, input:not([type="hidden"]), textarea').focus()
  }
}

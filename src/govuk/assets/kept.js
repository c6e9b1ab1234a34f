// A page whose forms are kept on the device and sent when there is a signal. Without this file the same forms are sent as
// any other; nothing here is the only way to do anything.
import { fieldsOf, fill, isBlank, labelOf } from './kept-form.js'
import { showKept } from './kept-list.js'
import {
  canKeep,
  forget,
  isKeptForOthers,
  keep,
  keptOf,
  keyFrom,
  person,
  unseal,
} from './kept-store.js'

const place = document.querySelector('[data-onroll-kept]')
if (place && canKeep()) await start()

async function start() {
  const whose = person()
  const { onrollKept: to, onrollKeptPage: page, onrollKeptKey } = place.dataset
  const key = await keyFrom(onrollKeptKey)
  const forms = [...document.querySelectorAll('.onroll-kept-form')]
  const drafts = new Map()
  const entries = []
  let signedOut = false
  let received = 0
  let sending = false
  let last = ''

  for (const sealed of keptOf(whose).filter(({ photograph }) => !photograph)) {
    const entry = await unseal(key, sealed)
    if (!entry) continue
    if (!entry.draft) entries.push(entry)
    else if (entry.page === page) {
      const form = forms.find(each => each.elements.what.value === entry.draft)
      if (form) fill(form, entry.content.fields)
      drafts.set(entry.draft, entry)
    }
  }
  for (const form of forms) watch(form)
  show()
  void send()
  addEventListener('online', send)
  addEventListener('offline', show)
  document.addEventListener('visibilitychange', send)
  setInterval(send, 10_000)

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
  async function keepDraft(form) {
    const what = form.elements.what.value
    const fields = fieldsOf(form)
    if (isBlank(fields)) return dropDraft(what)
    drafts.set(
      what,
      await keep(key, whose, {
        id: `${page} ${what}`,
        page,
        draft: what,
        at: new Date().toISOString(),
        content: { fields },
      }),
    )
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
    try {
      entries.push(
        await keep(key, whose, {
          id: crypto.randomUUID(),
          page,
          to,
          what,
          at: new Date().toISOString(),
          content: { fields, label: labelOf(form) },
        }),
      )
    } catch {
      // No room on the device: the form is sent as it would be without this file.
      return form.submit()
    }
    dropDraft(what)
    if (!isJudgement) form.reset()
    show()
    void send()
  }

  function drop(entry) {
    forget(entry)
    entries.splice(entries.indexOf(entry), 1)
  }

  /** Sends what waits, the oldest first, until there is no signal or nothing left. */
  async function send() {
    if (sending || document.visibilityState === 'hidden') return
    sending = true
    for (const entry of [...entries]) {
      if (entry.problem || entry.saved || !navigator.onLine) continue
      entry.isSending = true
      const isAnswered = await sendOne(entry)
      entry.isSending = false
      show()
      if (!isAnswered) break
    }
    sending = false
  }

  async function sendOne(entry) {
    const body = new URLSearchParams(entry.content.fields)
    body.set('_csrf', forms[0].elements._csrf.value)
    body.set('_key', entry.id)
    body.set('at', entry.at)
    try {
      const answer = await fetch(entry.to, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(20_000),
      })
      if (answer.status >= 500 || answer.status === 429) return false
      signedOut = answer.status === 401
      if (signedOut) return false
      const said = await answer.json().catch(() => ({}))
      if (answer.ok) haveReceived(entry, said)
      else if (answer.status === 409) entry.saved = said.saved
      else entry.problem = said.problem ?? 'The service refused it'
      return true
    } catch {
      return false
    }
  }

  function haveReceived(entry, { version }) {
    drop(entry)
    received += 1
    const base = `base-${entry.what.slice(-1)}`
    for (const form of forms)
      if (entry.to === to && version && form.elements[base]) form.elements[base].value = version
  }

  function show() {
    showKept(place, {
      entries,
      received,
      signedOut,
      page,
      hasOthers: isKeptForOthers(whose),
      actions: {
        async mine(entry) {
          const base = `base-${entry.what.slice(-1)}`
          entry.content.fields = entry.content.fields.map(([name, value]) =>
            name === base ? [name, String(entry.saved.version)] : [name, value],
          )
          delete entry.saved
          await keep(key, whose, entry)
          void send()
        },
        theirs(entry) {
          drop(entry)
          show()
        },
        back(entry) {
          const form = forms.find(each => each.elements.what.value === entry.what)
          fill(form, entry.content.fields)
          void keepDraft(form)
          drop(entry)
          show()
          form.querySelector('select, input:not([type="hidden"]), textarea').focus()
        },
      },
    })
  }
}

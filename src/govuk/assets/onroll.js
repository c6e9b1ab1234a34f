// Everything works without this file; it only spares people work and mistakes.
import { initAll } from './govuk-frontend.min.js'
import { forget, forgetBox, keptOf, person } from './kept-store.js'

initAll()
tidyNames()

for (const table of document.querySelectorAll('[data-onroll-multi-select]')) chooseAllRows(table)
for (const form of document.querySelectorAll('form[method="post"]')) sendOnce(form)
for (const note of document.querySelectorAll('[data-onroll-idle]')) warnBeforeSignOut(note)
for (const form of document.querySelectorAll('[data-onroll-unsaved]')) warnBeforeLeaving(form)
for (const form of document.querySelectorAll('form[action="/sign-out"]')) leaveNothing(form)
if (person()) tellOfKept()
if (matchMedia('(max-width: 48em)').matches)
  for (const filter of document.querySelectorAll('[data-onroll-filter]')) filter.open = false

/**
 * GOV.UK's scripts say `aria-expanded` of radios, which ARIA does not allow, and give the buttons of an
 * accordion a name without the words seen on them. Without either, the elements speak for themselves.
 */
function tidyNames() {
  const tidy = () => {
    for (const radio of document.querySelectorAll('.govuk-radios__input[aria-expanded]'))
      radio.removeAttribute('aria-expanded')
    for (const button of document.querySelectorAll('.govuk-accordion__section-button[aria-label]'))
      button.removeAttribute('aria-label')
  }
  tidy()
  document.addEventListener('click', tidy)
  addEventListener('pageshow', tidy)
}

/** Puts a box into the table's head that chooses every row, and marks the rows chosen. */
function chooseAllRows(table) {
  const rows = [...table.querySelectorAll('tbody input[type="checkbox"]')]
  const head = table.querySelector('[data-onroll-select-all]')
  if (!head || rows.length === 0) return
  const id = `${rows[0].id}-all`
  const all = Object.assign(document.createElement('input'), { type: 'checkbox', id })
  all.className = 'govuk-checkboxes__input'
  const label = Object.assign(document.createElement('label'), { htmlFor: id })
  label.className = 'govuk-label govuk-checkboxes__label'
  const words = Object.assign(document.createElement('span'), { textContent: 'Choose all' })
  words.className = 'onroll-select-cell__words'
  label.append(words)
  const item = Object.assign(document.createElement('div'), {
    className: 'govuk-checkboxes__item',
  })
  item.append(all, label)
  const group = Object.assign(document.createElement('div'), {
    className: 'govuk-checkboxes govuk-checkboxes--small',
  })
  group.append(item)
  head.replaceChildren(group)

  const show = () => {
    const chosen = rows.filter(row => row.checked).length
    all.checked = chosen === rows.length
    all.indeterminate = chosen > 0 && chosen < rows.length
    for (const row of rows) row.closest('tr').classList.toggle('onroll-chosen-row', row.checked)
  }
  all.addEventListener('change', () => {
    for (const row of rows) row.checked = all.checked
    show()
  })
  for (const row of rows) row.addEventListener('change', show)
  show()
}

/** A second press of the same button within a few seconds sends nothing. The server holds this too. */
function sendOnce(form) {
  let sentAt = 0
  form.addEventListener('submit', event => {
    if (Date.now() - sentAt < 5000) event.preventDefault()
    else sentAt = Date.now()
  })
  // Back from the next page: the form may be sent again.
  addEventListener('pageshow', () => {
    sentAt = 0
  })
}

/** Asks before a page with answers that are not saved is left, other than by saving them. */
function warnBeforeLeaving(form) {
  let changed = form.querySelector('.govuk-form-group--error') !== null
  let sending = false
  form.addEventListener('input', () => {
    changed = true
  })
  form.addEventListener('submit', () => {
    sending = true
  })
  addEventListener('beforeunload', event => {
    if (changed && !sending) event.preventDefault()
  })
}

/** Two minutes before the end it says so, aloud too, and offers to go on. Other tabs count as use. */
function warnBeforeSignOut(note) {
  const seen = 'onroll-last-use'
  const limit = Number(note.dataset.onrollIdle) * 60_000
  const warning = document.createElement('div')
  const words = Object.assign(document.createElement('p'), { className: 'govuk-body' })
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'govuk-button',
    textContent: 'Stay signed in',
  })
  button.addEventListener('click', async () => {
    const answer = await fetch('/account', { method: 'HEAD', redirect: 'manual' })
    if (!answer.ok) return location.reload()
    localStorage.setItem(seen, String(Date.now()))
    check()
  })
  const banner = document.createElement('div')
  banner.className = 'govuk-inset-text onroll-idle-warning'
  banner.setAttribute('role', 'alert')
  warning.append(banner)

  const check = () => {
    const left = Number(localStorage.getItem(seen)) + limit - Date.now()
    if (left > 120_000) banner.replaceChildren()
    else if (!banner.hasChildNodes()) {
      words.textContent =
        'You will be signed out in two minutes, because nothing has been done for a while.'
      banner.append(words, button)
    } else if (left <= 0 && button.isConnected) {
      words.textContent =
        'You have been signed out. What you send now is kept until you have signed in again.'
      button.remove()
    }
    warning.hidden = !banner.hasChildNodes()
  }
  document.querySelector('main').prepend(warning)
  localStorage.setItem(seen, String(Date.now()))
  check()
  setInterval(check, 5000)
}

/** Signing out leaves nothing on the device. What was not sent yet would be lost with it, so that is asked first. */
function leaveNothing(form) {
  form.addEventListener('submit', event => {
    const kept = keptOf(person())
    const waiting = kept.filter(({ draft }) => !draft).length
    const words = `${waiting} of your entries ${waiting === 1 ? 'is' : 'are'} kept on this device and not received yet. If you sign out now, they are removed. Sign out all the same?`
    if (waiting > 0 && !confirm(words)) return event.preventDefault()
    for (const each of kept) forget(each)
    forgetBox(person())
    if (!kept.some(({ photograph }) => photograph)) return
    // Photographs lie in a place that takes a moment to clear: only then is the form sent.
    event.preventDefault()
    void forgetPhotographs(form)
  })
}

async function forgetPhotographs(form) {
  const { forgetAllOf } = await import('./photograph-store.js')
  await forgetAllOf(person()).catch(() => undefined)
  form.submit()
}

/** On every other page: something waits on this device, and where it is sent from. */
function tellOfKept() {
  const waiting = keptOf(person()).filter(({ draft, page }) => !draft && page !== location.pathname)
  const [first] = waiting
  if (!first?.page?.startsWith('/')) return
  const note = Object.assign(document.createElement('p'), {
    className: 'govuk-inset-text',
    textContent: `${waiting.length === 1 ? '1 entry is' : `${waiting.length} entries are`} kept on this device and not received yet. `,
  })
  const link = Object.assign(document.createElement('a'), {
    className: 'govuk-link',
    href: first.page,
    textContent: 'Open the page to send it',
  })
  note.append(link)
  document.querySelector('main').prepend(note)
}

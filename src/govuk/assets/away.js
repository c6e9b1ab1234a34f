// On the page that stands for one without a signal: looks whether there is one again, and then goes on there. Somebody who is
// writing is only told; what they have typed is kept on the device all the while.
import { fieldsOf, isBlank } from './kept-form.js'

const place = document.querySelector('[data-onroll-away]')
if (place && location.pathname !== place.dataset.onrollAway) {
  addEventListener('online', look)
  setInterval(look, 10_000)
}

async function look() {
  if (document.visibilityState === 'hidden' || !(await isReached())) return
  if (!isWriting()) return location.reload()
  if (!place.hidden) return
  place.hidden = false
  place.querySelector('button').addEventListener('click', () => location.reload())
}

const isReached = () =>
  fetch(location.href, {
    method: 'HEAD',
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(8_000),
  }).then(
    ({ status }) => status < 500,
    () => false,
  )

const isWriting = () =>
  document.querySelector('input[type="file"]:disabled') !== null ||
  [...document.querySelectorAll('.onroll-kept-form')].some(form => !isBlank(fieldsOf(form)))

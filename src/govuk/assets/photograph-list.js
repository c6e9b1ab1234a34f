// Shows plainly which photographs are kept on this device, which are sent, and which need somebody.

/** `waiting`: kept here, each perhaps with a problem, and `shut` of which no more can be read; `sent`: received since the page was opened; `failed`: kept nowhere. */
export function showPhotographs(
  place,
  { waiting, shut, isAway, sent, failed, signedOut, page, remove },
) {
  const state = place.querySelector('[data-onroll-photographs-state]')
  const words = isAway ? awayInWords(waiting.length + shut) : inWords(waiting, sent)
  // Said again only when it changes, so that a screen reader is not interrupted every ten seconds.
  if (state.dataset.words !== words + signedOut) {
    state.dataset.words = words + signedOut
    const line = element('p', 'govuk-body', words)
    if (signedOut && waiting.length > 0) {
      const link = element('a', 'govuk-link', 'Sign in again')
      link.href = `/sign-in?next=${encodeURIComponent(page)}`
      line.append(' You have been signed out. ', link, ' and they are sent.')
    }
    state.replaceChildren(...(words ? [line] : []))
  }
  place
    .querySelector('[data-onroll-photographs-list]')
    .replaceChildren(
      ...failed.map(({ name, why }) => card(name, why)),
      ...waiting.map(photograph => waitingCard(photograph, () => remove(photograph))),
      ...sent.map(({ name, takenOut }) => sentCard(name, takenOut)),
    )
}

function inWords(waiting, sent) {
  const stuck = waiting.filter(({ problem }) => problem).length
  const going = waiting.length - stuck
  return [
    going > 0 &&
      `${count(going)} kept on this device and not received yet. ${navigator.onLine ? 'It is being sent.' : 'There is no signal: it is sent when there is one.'}`,
    stuck > 0 && `${count(stuck)} kept on this device and needs you.`,
    sent.length > 0 && `${count(sent.length)} sent.`,
  ]
    .filter(Boolean)
    .join(' ')
}

const awayInWords = waiting =>
  waiting > 0
    ? `${count(waiting)} kept on this device, sealed, and sent when this page is open with a signal.`
    : ''

const count = number => (number === 1 ? '1 photograph is' : `${number} photographs are`)

function waitingCard({ content: { name, size }, problem }, remove) {
  const box = card(`${name} (${sizeInWords(size)})`, problem && `Not received: ${problem}`)
  if (!problem) box.append(tag('yellow', 'Kept on this device'))
  else {
    const button = element(
      'button',
      'govuk-button govuk-button--secondary',
      'Remove it from this device',
    )
    button.type = 'button'
    button.addEventListener('click', () => remove())
    box.append(button)
  }
  return box
}

function sentCard(name, takenOut) {
  const box = card(name)
  box.append(tag('green', 'Sent'))
  if (takenOut === 'place')
    box.append(
      element('p', 'govuk-body-s', 'We took the place where it was made out of this photograph.'),
    )
  return box
}

function card(name, problem) {
  const box = element('div', 'onroll-kept__entry')
  box.append(element('h3', 'govuk-heading-s', name))
  if (problem) box.append(element('p', 'govuk-error-message', problem))
  return box
}

function tag(colour, words) {
  const line = element('p', 'govuk-body')
  line.append(element('strong', `govuk-tag govuk-tag--${colour}`, words))
  return line
}

const sizeInWords = bytes =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`

const element = (name, className, textContent = '') =>
  Object.assign(document.createElement(name), { className, textContent })

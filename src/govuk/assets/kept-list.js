// Shows plainly what is kept on this device and what the service has received.

export function showKept(
  place,
  { entries, shut, received, signedOut, page, isAway, hasOthers, actions },
) {
  const state = place.querySelector('[data-onroll-kept-state]')
  const words = isAway ? awayInWords(entries.length, shut) : stateInWords(entries, received)
  // Said again only when it changes, so that a screen reader is not interrupted every ten seconds.
  if (state.dataset.words !== words + signedOut) {
    state.dataset.words = words + signedOut
    const box = element('div', 'govuk-inset-text onroll-kept__state')
    box.append(element('p', 'govuk-body', words))
    if (signedOut && entries.length > 0) {
      const line = element('p', 'govuk-body', 'You have been signed out. ')
      const link = element('a', 'govuk-link', 'Sign in again')
      link.href = `/sign-in?next=${encodeURIComponent(page)}`
      line.append(link, ' and it is sent.')
      box.append(line)
    }
    state.replaceChildren(box)
  }
  const list = place.querySelector('[data-onroll-kept-list]')
  list.replaceChildren(...entries.map(entry => card(entry, actions)))
  if (hasOthers)
    list.append(
      element(
        'p',
        'govuk-body-s',
        'Something of another person is kept on this device too. It is sent when they sign in here.',
      ),
    )
}

function stateInWords(entries, received) {
  const waiting = entries.filter(({ problem, saved }) => !problem && !saved).length
  const stuck = entries.length - waiting
  const parts = [
    waiting > 0 &&
      `${count(waiting)} kept on this device and not received yet. ${navigator.onLine ? 'It is being sent.' : 'There is no signal: go on, and it is sent when there is one.'}`,
    stuck > 0 && `${count(stuck)} kept on this device and needs you.`,
    entries.length === 0 &&
      (received > 0
        ? `${count(received)} received. No entry is kept on this device.`
        : 'No entry is kept on this device. What you write is kept here until it is received.'),
  ]
  return parts.filter(Boolean).join(' ')
}

/** On a page without a signal: what an earlier page kept is there, and cannot be read before somebody has signed in. */
function awayInWords(written, shut) {
  if (written + shut === 0)
    return 'There is no signal. What you write is kept on this device, sealed, and sent when this page is open with a signal and you are signed in.'
  const earlier =
    shut > 0 && written > 0
      ? ` ${shut} of them from before: they can be read once you are signed in.`
      : ''
  return `There is no signal. ${count(written + shut)} kept on this device, sealed, and sent when this page is open with a signal and you are signed in.${earlier}`
}

const count = number => (number === 1 ? '1 entry is' : `${number} entries are`)

function card(entry, actions) {
  const box = element('div', 'onroll-kept__entry')
  box.append(element('h2', 'govuk-heading-s', entry.content.label))
  box.append(textOf(entry.content.fields))
  if (entry.saved) box.append(...conflict(entry, actions))
  else if (entry.problem) {
    box.append(element('p', 'govuk-error-message', `Not received: ${entry.problem}`))
    box.append(button('Put it back into the form', () => actions.back(entry)))
  } else box.append(tag('Kept on this device'))
  return box
}

/** Both texts, and the choice between them. */
function conflict(entry, actions) {
  const { by, grade, judgement } = entry.saved
  return [
    element('p', 'govuk-error-message', `${by ?? 'Somebody else'} was faster. Received meanwhile:`),
    element('p', 'govuk-body onroll-lines', `${grade ?? ''}. ${judgement}`),
    button('Put mine in its place', () => actions.mine(entry)),
    button('Leave what was received', () => actions.theirs(entry)),
  ]
}

const shown = /^(note|free|said|people|grade-|judgement-)/
const textOf = fields =>
  element(
    'p',
    'govuk-body onroll-lines',
    fields
      .filter(([name, value]) => shown.test(name) && value)
      .map(([, value]) => value)
      .join('\n'),
  )

function tag(words) {
  const line = element('p', 'govuk-body')
  line.append(element('strong', 'govuk-tag govuk-tag--yellow', words))
  return line
}

function button(words, press) {
  const made = element('button', 'govuk-button govuk-button--secondary', words)
  made.type = 'button'
  made.addEventListener('click', press)
  return made
}

const element = (name, className, textContent = '') =>
  Object.assign(document.createElement(name), { className, textContent })

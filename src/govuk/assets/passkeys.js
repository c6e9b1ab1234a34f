// Passkeys need the browser's own dialogue; without this file, or without passkeys, passwords still work.
import './simplewebauthn.js'

const { browserSupportsWebAuthn, startAuthentication, startRegistration } =
  globalThis.SimpleWebAuthnBrowser

for (const place of document.querySelectorAll('[data-onroll-passkey]'))
  if (browserSupportsWebAuthn()) offer(place)

function offer(place) {
  place.hidden = false
  const form = place.querySelector('form')
  const problem = place.querySelector('[data-onroll-passkey-problem]')
  const ask = place.dataset.onrollPasskey === 'create' ? startRegistration : startAuthentication
  form.addEventListener('submit', async event => {
    event.preventDefault()
    problem.textContent = ''
    try {
      const answer = await ask({ optionsJSON: JSON.parse(place.dataset.options) })
      form.elements.credential.value = JSON.stringify(answer)
      form.submit()
    } catch (error) {
      problem.textContent =
        error.name === 'InvalidStateError'
          ? 'This device holds a passkey for you already.'
          : 'That did not work, or was cancelled. Try again, or go on without a passkey.'
    }
  })
}

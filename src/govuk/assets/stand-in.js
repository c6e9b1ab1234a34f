// Sees to it that this page can be opened again where there is no signal (kept-worker.js).

export function standIn() {
  const address = new URL('./kept-worker.js', import.meta.url).href
  // The content security policy lets no script be named by plain words: only this one address goes through.
  const named = globalThis.trustedTypes?.createPolicy('onroll-stand-in', {
    createScriptURL: () => address,
  })
  return navigator.serviceWorker
    ?.register(named?.createScriptURL('') ?? address, { scope: '/visits/' })
    .catch(() => undefined)
}

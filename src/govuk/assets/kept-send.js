// One entry to the service, and what it answered: received, refused, somebody was faster, or nothing that can be relied on.

export async function sendEntry(entry, token) {
  const body = new URLSearchParams(entry.content.fields)
  body.set('_csrf', token)
  body.set('_key', entry.id)
  body.set('at', entry.at)
  try {
    const answer = await fetch(entry.to, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    })
    if (answer.status >= 500 || answer.status === 429) return { isLater: true }
    if (answer.status === 401) return { isLater: true, isSignedOut: true }
    const said = await answer.json().catch(() => ({}))
    if (answer.ok) return { isReceived: true, version: said.version }
    if (answer.status === 409) return { saved: said.saved }
    return { problem: said.problem ?? 'The service refused it' }
  } catch {
    return { isLater: true }
  }
}

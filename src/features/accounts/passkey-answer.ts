/** What the browser's passkey dialogue answered, as far as it has the right shape; the signature is judged later. */
export function passkeyAnswer<Answer extends { id: string; response: object }>(
  text: string,
): Answer | undefined {
  try {
    const answer = JSON.parse(text) as Answer
    return typeof answer?.id === 'string' && typeof answer.response === 'object' && answer.response
      ? answer
      : undefined
  } catch {
    return undefined
  }
}

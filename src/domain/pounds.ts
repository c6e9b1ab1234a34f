/** The most that any amount may be: a thousand million pounds. Whoever types more has slipped a key. */
export const mostPence = 100_000_000_000

/** “6,000”, “£45.50” or “5000000”, in pence; nothing where it is no amount of money, or more than any is. */
export function penceIn(typed: string): number | undefined {
  const plain = typed.replaceAll(/[£,\s]/g, '')
  const [, pounds, pence = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(plain) ?? []
  if (pounds === undefined) return undefined
  // Digit by digit: 1.15 times a hundred is not 115.
  const amount = Number(pounds) * 100 + Number(pence.padEnd(2, '0'))
  return amount <= mostPence ? amount : undefined
}

/** An amount as it stands in its field again: without a sign, with pence only where there are some. */
export const poundsTyped = (pence: number | null | undefined): string =>
  pence === null || pence === undefined
    ? ''
    : pence % 100 === 0
      ? String(pence / 100)
      : (pence / 100).toFixed(2)

declare const address: unique symbol
/** One plain e-mail address, its domain in lower case. */
export type EmailAddress = string & { readonly [address]: true }

// Narrower than the standard on purpose: no quotes, comments, groups, routes (% and !) or letters that only look
// like others. A mail library that is handed anything richer may write to somebody else.
const local = /^[a-z0-9_'+&=~#-]+(\.[a-z0-9_'+&=~#-]+)*$/i
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i

export function asEmailAddress(typed: string): EmailAddress | undefined {
  if (whyNotEmailAddress(typed) !== undefined) return undefined
  const [before = '', domain = ''] = withoutOuterSpaces(typed).split('@')
  return `${before}@${domain.toLowerCase()}` as EmailAddress
}

/** What is wrong with the address, in a sentence; undefined when it is one address and nothing else. */
export function whyNotEmailAddress(typed: string): string | undefined {
  const text = withoutOuterSpaces(typed)
  if (text === '') return 'Enter an email address'
  if (/[,;]/.test(text)) return 'Enter one email address only'
  if (text.length > 254) return 'Email address must be 254 characters or fewer'
  const [before = '', domain = '', ...more] = text.split('@')
  const labels = domain.split('.')
  const fits =
    more.length === 0 &&
    before.length <= 64 &&
    local.test(before) &&
    labels.length > 1 &&
    labels.every(part => label.test(part) && !part.toLowerCase().startsWith('xn--')) &&
    /^[a-z]{2,}$/i.test(labels.at(-1) ?? '')
  return fits ? undefined : 'Enter an email address in the right format, like name@example.com'
}

/** Addresses with the same key reach the same person: nobody's provider tells `Ann@` from `ann@`. */
export const emailKey = (email: EmailAddress): string => email.toLowerCase()

// Not trim(): a line break at the end of an address is the start of an attack, not a slip of the hand.
const withoutOuterSpaces = (text: string) => text.replace(/^ +/, '').replace(/ +$/, '')

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const shortestPassword = 12
export const longestPassword = 128

/**
 * What is wrong with a new password, in a sentence; undefined when it will do. Length is what counts; no kinds of
 * characters are demanded. `about` are words that somebody who knows the person would try first.
 */
export function whyNotPassword(password: string, about: readonly string[]): string | undefined {
  const typed = password.normalize('NFC')
  if (typed === '') return 'Enter a password'
  if ([...typed].length < shortestPassword)
    return `Password must be ${shortestPassword} characters or more`
  if ([...typed].length > longestPassword)
    return `Password must be ${longestPassword} characters or fewer`
  const plain = typed.toLowerCase()
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  if (isRun(plain)) return 'Choose a password that is not a run of the same or neighbouring keys'
  if (common().has(plain) || common().has(core) || common().has(unmasked(core)) || isRepeat(plain))
    return 'Choose another password: this one, or the word in it, is on the list that attackers try first'
  const own = about.flatMap(wordsOf).filter(word => plain.includes(word))
  if (own.length > 0 && leftOver(plain, own).length < 6)
    return 'Choose a password that is not made of your name, your email address, your organisation or “Onroll”'
  return undefined
}

/** “p4ssw0rd” is “password”. */
const unmasked = (word: string) =>
  word.replace(/[0134578@$!]/g, sign => disguises[sign as keyof typeof disguises])
const disguises = {
  0: 'o',
  1: 'l',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
} as const

const isRepeat = (text: string) => {
  const [, part = ''] = /^(.{1,20}?)\1+.{0,3}$/su.exec(text) ?? []
  return part.length > 0 && (part.length < 4 || common().has(part))
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '1234567890', 'qwertyuiopasdfghjklzxcvbnm']
const isRun = (text: string) =>
  new Set(text).size < 4 ||
  rows.some(row => {
    const both = row + row
    const back = [...both].reverse().join('')
    return both.includes(text) || back.includes(text)
  })

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(word => word.length >= 3)
const leftOver = (text: string, words: readonly string[]) =>
  words.reduce((left, word) => left.replaceAll(word, ''), text)

let list: ReadonlySet<string> | undefined
/** The 49,000 passwords that people choose most, from leaked lists. Read when first asked for. */
function common(): ReadonlySet<string> {
  list ??= new Set(
    JSON.parse(
      readFileSync(
        fileURLToPath(import.meta.resolve('@zxcvbn-ts/language-common/src/passwords.json')),
        'utf8',
      ),
    ) as string[],
  )
  return list
}

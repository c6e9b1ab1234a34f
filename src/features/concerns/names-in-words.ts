/** A child as somebody might name it. */
export interface Named {
  readonly forenames: readonly string[]
  readonly surnames: readonly string[]
}

/**
 * Which part of a child’s name stands in a text, if any. A whole name counts however it is written; a forename or a
 * surname alone counts as a word with a capital inside a sentence, so that “will”, “young” and “Grace is needed” pass.
 */
export function nameIn(words: string, children: readonly Named[]): string | undefined {
  const text = words.normalize('NFC')
  for (const { forenames, surnames } of children) {
    for (const forename of forenames)
      for (const surname of surnames)
        if (holds(text, `${part(forename)}\\s+${part(surname)}`, 'iu'))
          return `${forename} ${surname}`
    for (const name of [...forenames, ...surnames])
      if (name.length > 1 && insideSentence(text, name)) return name
  }
  return undefined
}

/** A unique pupil number names a child too. */
export const upnIn = (words: string): boolean =>
  /(?<![\p{L}\d])[A-Z]\d{11}[\dA-Z](?![\p{L}\d])/iu.test(words)

const holds = (text: string, pattern: string, flags: string) =>
  new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, flags).test(text)

/** With its capital, and after another word: not where every word has one. */
const insideSentence = (text: string, name: string) =>
  holds(text, `(?<=[\\p{L}\\d,;’”)]\\s+[‘“(]?)${part(name)}`, 'u')

const part = (name: string) =>
  name
    .normalize('NFC')
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\s+/g, '\\s+')

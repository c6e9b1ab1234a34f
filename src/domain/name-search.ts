import { oneLine } from './plain-text.ts'

/** What two spellings of one name have in common: letters only, without accents, apostrophes or capitals. */
export const foldedName = (name: string): string =>
  oneLine(name)
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, letter => plain[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ`´.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The parts of a name by which it can be found: `Smith-Jones` by `smith`, `jones` and `smithjones`. */
export function nameParts(name: string): string[] {
  const parts = foldedName(name).split(' ').filter(Boolean)
  return [...new Set(parts.length > 1 ? [...parts, parts.join('')] : parts)]
}

/** The sounds of each part, so that Catherine finds Kathryn. Parts without Latin letters sound as they are written. */
export const nameSounds = (name: string): string[] => [...new Set(nameParts(name).map(sound))]

const plain: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

// English spelling of names, read aloud: one letter for a sound, then no vowels but the first. Order matters.
const sounds: readonly (readonly [spelling: RegExp, sound: string])[] = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/^wh/, 'w'],
  [/^x/, 's'],
  [/ough|augh|eigh|igh/g, 'a'],
  [/gh(?=t|$)/g, ''],
  [/ph|v/g, 'f'],
  [/tch|ch|sh|tio|sch/g, 'x'],
  [/th|dt/g, 't'],
  [/ck|q|c(?![eiy])/g, 'k'],
  [/c|z/g, 's'],
  [/g(?=[eiy])|dg/g, 'j'],
  [/mps/g, 'ms'],
  [/mb$/g, 'm'],
  [/(?!^)h/g, ''],
  [/(?!^)w/g, 'a'],
  [/(.)\1+/g, '$1'],
  [/^[aeiouy]/, 'A'],
  [/[aeiouy]/g, ''],
]

function sound(part: string): string {
  if (!/^[a-z]+$/.test(part)) return part
  return sounds.reduce((heard, [spelling, letter]) => heard.replace(spelling, letter), part)
}

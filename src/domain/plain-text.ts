// Characters that a reader cannot see and that make two equal words differ, or turn text round:
// soft hyphen, zero-width and bidirectional marks, byte order mark, tags, annotation marks.
const invisible =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
const control = /\p{Cc}/gu
const loneSurrogate = /\p{Surrogate}/gu

/** Text on one line as people see it: composed (NFC), without control or invisible characters, single spaces. */
export const oneLine = (text: string): string =>
  withoutInvisible(text.replace(/\s/g, ' ')).replace(control, '').replace(/ +/g, ' ').trim()

/** Text of several lines, cleaned as one line is, with its line breaks kept. */
export const severalLines = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split('\n')
    .map(oneLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const withoutInvisible = (text: string) =>
  text.replace(loneSurrogate, '').replace(invisible, '').normalize('NFC')

/** Upper case, half width, no spaces or dashes: how identifiers that people type are compared. */
export const compact = (typed: string): string =>
  oneLine(typed.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')

import { read, utils } from '@e965/xlsx'

/** Everything that an answer tells, decoded: its status line’s neighbours, its body, what lies packed in it. */
export async function allText(response: Response): Promise<string> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  const bytes = Buffer.from(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? ''
  const body = type.includes('spreadsheetml')
    ? `${sheetText(bytes)}\n${bytes.toString('latin1')}`
    : bytes.toString('utf8')
  return [decoded(headers), ...flashes(response), unfolded(body)].join('\n')
}

/** What a header holds may be spelt as in an address. */
function decoded(text: string) {
  return text.replaceAll(/%[0-9a-f]{2}/gi, hex => {
    const code = Number.parseInt(hex.slice(1), 16)
    return code < 128 ? String.fromCharCode(code) : hex
  })
}

/** What the next page will say lies in a cookie. */
const flashes = (response: Response) =>
  response.headers
    .getSetCookie()
    .map(cookie => Buffer.from(/=([^;]*)/.exec(cookie)?.[1] ?? '', 'base64url').toString('latin1'))

/** A calendar breaks its lines at 75 bytes, HTML spells some signs. */
const unfolded = (text: string) =>
  text
    .replaceAll(/\r\n[ \t]/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')

const sheetText = (bytes: Buffer) => {
  const book = read(bytes)
  return book.SheetNames.map(name => {
    const sheet = book.Sheets[name]
    return `${name}\n${sheet ? utils.sheet_to_csv(sheet) : ''}`
  }).join('\n')
}

const shapes = [
  /canary[0-9a-z]{4}[yz]/gi,
  // References, and sums of money in pence or in pounds.
  /\b[78]\d{7}\b/g,
  /\b[A-Z]?9\d{11}\b/g,
  /\bZE\d\d ?\dQQ\b/gi,
  /\b\d{4}-\d\d-\d\d\b/g,
  /\b\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d\b/g,
]
export const uuidShape = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/g

/** Whatever in a text may be a mark. */
export const marksIn = (text: string): Set<string> => {
  const marks = new Set(
    shapes.flatMap(shape => text.match(shape) ?? []).map(mark => mark.toLowerCase()),
  )
  for (const [, pounds = '', pence = ''] of text.matchAll(/£([\d,]+)\.(\d\d)\b/g))
    marks.add(pounds.replaceAll(',', '') + pence)
  // A date input shows a day in three fields.
  for (const [, name = '', day = ''] of text.matchAll(
    /name="([\w-]+)-day"[^>]* value="(\d{1,2})"/g,
  )) {
    const part = (which: string) =>
      new RegExp(`name="${name}-${which}"[^>]* value="(\\d{1,4})"`).exec(text)?.[1] ?? ''
    marks.add(`${part('year')}-${part('month').padStart(2, '0')}-${day.padStart(2, '0')}`)
  }
  return marks
}

export const idsIn = (text: string): Set<string> => new Set(text.match(uuidShape) ?? [])

/** Programs, pages and containers: a name that says it is one of these and something else as well is a disguise. */
const disguised =
  /\.(exe|com|scr|bat|cmd|ps1|js|jse|vbs|vbe|wsf|hta|html?|svg|lnk|iso|img|jar|msi|docm|xlsm|dotm|xltm)\s*\.[a-z0-9]+$/i

export const isDisguised = (name: string) => disguised.test(name)

/** The container of old Office files, and of new ones that are protected by a password. */
export const isOldOffice = (head: Buffer) =>
  head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1'

export const lockedOrOld =
  'This file is protected by a password, or was saved in an old format. Open it, save it again as DOCX or XLSX without a password, and attach that'

/**
 * Why this PDF is not taken, if so. Only what stands open in the file is seen: what is packed inside, a scanner finds
 * or nobody, which is why a PDF always leaves as a file to be saved and is never shown by us.
 */
export function dangerInPdf(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1')
  if (/\/Encrypt[\s\d/<]/.test(text))
    return 'This PDF is protected by a password. Open it, print it to a new PDF, and attach that'
  if (/\/(JavaScript|JS|Launch)[\s(/<[\d]/.test(text))
    return 'This PDF holds a script or starts a program. Open it, print it to a new PDF, and attach that'
  return undefined
}

const mostPixels = 100_000_000

/** A picture that says it is larger than any camera makes fills the memory of whoever opens it. */
export function isPictureBomb(bytes: Buffer): boolean {
  const [width, height] = sizeOfPicture(bytes) ?? [0, 0]
  return width * height > mostPixels
}

/** Width and height as the file states them, read without decoding it. */
export function sizeOfPicture(bytes: Buffer): readonly [number, number] | undefined {
  if (bytes.length > 24 && bytes.subarray(1, 4).toString() === 'PNG')
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    // A frame’s header; C4, C8 and CC in the same range are tables.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)]
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

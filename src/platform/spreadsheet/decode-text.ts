import { UnreadableFile } from './unreadable-file.ts'

/**
 * Text of a file in whatever encoding it was saved: by its byte order mark, else UTF-16 when every other byte is
 * empty, else UTF-8 when it is valid, else Windows-1252, which is what Excel for Windows writes as plain CSV.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  if (text.includes('\0'))
    throw new UnreadableFile(
      'The file is not a table of text. Save it as an Excel workbook (.xlsx) or as CSV and upload that',
    )
  return text
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first !== 0 && second === 0) return 'utf-16le'
  if (first === 0 && second !== 0) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

import { inflateRawSync } from 'node:zlib'
import { zipDirectory } from '../spreadsheet/zip-directory.ts'
import {
  dangerInPdf,
  isDisguised,
  isOldOffice,
  isPictureBomb,
  lockedOrOld,
} from './hidden-dangers.ts'

export interface FileKind {
  readonly mediaType: string
  readonly words: string
  readonly extensions: readonly string[]
}

/** What may be attached. Nothing here can run anything by being opened. */
export const fileKinds = {
  pdf: { mediaType: 'application/pdf', words: 'PDF', extensions: ['pdf'] },
  png: { mediaType: 'image/png', words: 'PNG', extensions: ['png'] },
  jpeg: { mediaType: 'image/jpeg', words: 'JPEG', extensions: ['jpg', 'jpeg'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    words: 'Word (DOCX)',
    extensions: ['docx'],
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    words: 'Excel (XLSX)',
    extensions: ['xlsx'],
  },
  csv: { mediaType: 'text/csv', words: 'CSV', extensions: ['csv'] },
  text: { mediaType: 'text/plain', words: 'plain text', extensions: ['txt'] },
} as const satisfies Record<string, FileKind>

const allowed = 'Choose a PDF, PNG, JPEG, Word (DOCX), Excel (XLSX), CSV or plain text file'

export type Judgement =
  | { readonly ok: true; readonly kind: FileKind }
  | { readonly ok: false; readonly problem: string }

/**
 * What the bytes are, whatever the name says; name and bytes must agree. A browser’s word for the type counts for
 * nothing. `whole` is asked for only where the beginning cannot tell.
 */
export function judgeFile(
  name: string,
  { head, hasNul }: { head: Buffer; hasNul: boolean },
  whole: () => Buffer,
): Judgement {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const kind = Object.values<FileKind>(fileKinds).find(({ extensions }) =>
    extensions.includes(extension),
  )
  if (!kind || isDisguised(name))
    return { ok: false, problem: `“${name}” is not a kind of file we take. ${allowed}` }
  const misnamed = {
    ok: false,
    problem: `“${name}” is not what its name says. Open it, save it again as ${kind.words} and attach that`,
  } as const
  if (head.length === 0) return { ok: false, problem: `“${name}” is empty` }
  if (kind === fileKinds.pdf) return isPdf(head) ? judgePdf(whole()) : misnamed
  if (kind === fileKinds.png)
    return startsWith(head, '89504e470d0a1a0a') ? judgePicture(kind, head) : misnamed
  if (kind === fileKinds.jpeg)
    return startsWith(head, 'ffd8ff') ? judgePicture(kind, whole()) : misnamed
  if (kind === fileKinds.docx || kind === fileKinds.xlsx) {
    if (isOldOffice(head)) return { ok: false, problem: lockedOrOld }
    return startsWith(head, '504b0304') ? judgeOffice(kind, whole(), misnamed) : misnamed
  }
  return hasNul || startsWith(head, '504b0304') || head.subarray(0, 1024).includes('%PDF-')
    ? misnamed
    : { ok: true, kind }
}

/** At the very beginning: a page of the web with a PDF’s first words further down is both, and is not taken. */
const isPdf = (head: Buffer) => /^(\xef\xbb\xbf)?\s{0,8}%PDF-/.test(head.toString('latin1'))

function judgePdf(bytes: Buffer): Judgement {
  const problem = dangerInPdf(bytes)
  return problem ? { ok: false, problem } : { ok: true, kind: fileKinds.pdf }
}

const judgePicture = (kind: FileKind, bytes: Buffer): Judgement =>
  isPictureBomb(bytes)
    ? { ok: false, problem: 'This picture is too large to be opened safely. Save a smaller copy' }
    : { ok: true, kind }

const startsWith = (bytes: Buffer, hex: string) =>
  bytes.subarray(0, hex.length / 2).equals(Buffer.from(hex, 'hex'))

// Paths that lead out of the file, and parts that run something.
const runnable =
  /(^|[/\\])\.\.([/\\]|$)|^[/\\]|vba(Project|Data)|macrosheets\/|activeX\/|\.(exe|dll|js|vbs|bat|cmd|scr|lnk)$/i

function judgeOffice(
  kind: FileKind,
  bytes: Buffer,
  misnamed: Extract<Judgement, { ok: false }>,
): Judgement {
  try {
    const entries = zipDirectory(bytes)
    const names = entries.map(({ name }) => name)
    const main = kind === fileKinds.docx ? 'word/document.xml' : 'xl/workbook.xml'
    const types = entries.find(({ name }) => name === '[Content_Types].xml')
    if (!types || !names.includes(main)) return misnamed
    if (names.some(name => runnable.test(name)) || /macroEnabled/i.test(textOf(bytes, types)))
      return {
        ok: false,
        problem: 'This file holds macros. Save it without macros and attach that',
      }
    return { ok: true, kind }
  } catch {
    return {
      ok: false,
      problem: 'This file is damaged or protected by a password. Save it again without',
    }
  }
}

function textOf(bytes: Buffer, { at, packed, method }: ReturnType<typeof zipDirectory>[number]) {
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const data = bytes.subarray(start, start + packed)
  return (method === 0 ? data : inflateRawSync(data, { maxOutputLength: 2_000_000 })).toString()
}

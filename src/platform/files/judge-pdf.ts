import { inflateSync } from 'node:zlib'
import { counted, type DocumentSays, distinct } from './document-says.ts'

/**
 * Why this PDF is not taken, if so; otherwise what it says of itself. It is looked through where it stands open and in the
 * streams in which newer PDFs pack their objects. What is packed deeper, a scanner finds or nobody, which is why a PDF
 * leaves as a file to be saved, and is shown only as pictures that Onroll draws.
 */
export function judgePdf(
  bytes: Buffer,
): { readonly problem: string } | { readonly says: DocumentSays } {
  const open = bytes.toString('latin1')
  const packed = packedObjects(bytes, open)
  if (packed === undefined)
    return {
      problem:
        'This PDF unpacks to more than can be looked through. Print it to a new PDF, and attach that',
    }
  // A name may be spelt in hexadecimal, letter by letter: /J#61vaScript.
  const text = (open + packed).replace(/#([2-7][0-9a-f])/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  if (/\/Encrypt[\s\d/<]/.test(text))
    return {
      problem:
        'This PDF is protected by a password. Open it, print it to a new PDF, and attach that',
    }
  if (runs.test(text))
    return {
      problem:
        'This PDF holds a script or starts a program. Open it, print it to a new PDF, and attach that',
    }
  return { says: pdfSays(text) }
}

// Three letters come about by chance in a large picture; with what must follow them they hardly do.
const runs = /\/(JavaScript|Launch)[\s(/<[\d]|\/JS\s{0,20}(\(|<|\d{1,10}\s+\d{1,5}\s+R)/

const mostPacked = 50_000_000

/** The objects that are packed together; undefined where they are more than a document needs. */
function packedObjects(bytes: Buffer, open: string): string | undefined {
  const found: string[] = []
  let left = mostPacked
  for (const { index } of open.matchAll(/\/Type\s*\/ObjStm/g)) {
    const stream = /stream\r?\n/g
    stream.lastIndex = index
    const begin = stream.exec(open)
    if (!begin || begin.index - index > 1_000) continue
    const start = begin.index + begin[0].length
    const end = open.indexOf('endstream', start)
    try {
      const plain = inflateSync(bytes.subarray(start, end === -1 ? undefined : end), {
        maxOutputLength: left,
        finishFlush: 2,
      })
      left -= plain.length
      found.push(plain.toString('latin1'))
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return undefined
    }
  }
  return found.join('\n')
}

function pdfSays(text: string): DocumentSays {
  const creators = [...text.matchAll(/<dc:creator>([\s\S]{0,2000}?)<\/dc:creator>/g)].flatMap(
    ([, list = '']) =>
      [...list.matchAll(/<rdf:li[^>]*>([^<]{1,200})</g)].map(([, name = '']) => name),
  )
  const remarks =
    text.match(/\/Subtype\s*\/(Text|FreeText|Highlight|StrikeOut|Caret|Ink|Stamp)\b/g)?.length ?? 0
  const versions = text.match(/\bstartxref\s/g)?.length ?? 0
  const written = text.slice(0, 2_000).includes('/Linearized') ? 2 : 1
  const within = text.match(/\/Type\s*\/EmbeddedFile\b/g)?.length ?? 0
  return {
    names: distinct([
      ...[
        ...text.matchAll(/\/Author\s*(\((?:[^\\()]|\\[\s\S]){0,500}\)|<[0-9a-fA-F\s]{0,1000}>)/g),
      ].map(([, written = '']) => textOf(written)),
      ...creators.map(name => Buffer.from(name, 'latin1').toString('utf8')),
    ]),
    also: [
      remarks > 0 && counted(remarks, 'comment or mark', 'comments and marks'),
      versions > written &&
        counted(versions - written, 'earlier version of it', 'earlier versions of it'),
      within > 0 && counted(within, 'file within it', 'files within it'),
    ].filter(each => typeof each === 'string'),
  }
}

/** A text of a PDF: in brackets with escapes, or in hexadecimal; in UTF-16 where it begins with its mark. */
function textOf(written: string): string {
  const bytes = written.startsWith('<')
    ? Buffer.from(written.replace(/[<>\s]/g, ''), 'hex')
    : Buffer.from(
        written
          .slice(1, -1)
          .replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal, sign) =>
            octal ? String.fromCharCode(Number.parseInt(octal, 8) & 255) : (escapes[sign] ?? sign),
          ),
        'latin1',
      )
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
  return bytes
    .subarray(2, bytes.length & ~1)
    .swap16()
    .toString('utf16le')
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' }

import type { DocumentSays } from './document-says.ts'
import { type FileKind, fileKinds, kindNamed } from './file-kind.ts'
import { isDisguised, isOldOffice, lockedOrOld } from './hidden-dangers.ts'
import { judgeOffice } from './judge-office.ts'
import { judgePdf } from './judge-pdf.ts'
import { turns } from './turns.ts'
import type { PictureProblem, WhatItTold } from './what-it-told.ts'

export type Judgement =
  | { readonly ok: true; readonly kind: FileKind; readonly says?: DocumentSays }
  | { readonly ok: false; readonly problem: string }

interface Arrived {
  readonly head: Buffer
  readonly hasNul: boolean
  /** Of a picture, which was looked through while it arrived. */
  readonly told: WhatItTold | undefined
  readonly whole: () => Buffer
}

const allowed = 'Choose a PDF, PNG, JPEG, Word (DOCX), Excel (XLSX), CSV or plain text file'

/** Documents are looked through in memory: no more than two at once, however many arrive (FI-01). */
const inTurn = turns(2)

/**
 * What the bytes are, whatever the name says; name and bytes must agree. A browser’s word for the type counts for
 * nothing.
 */
export async function judgeFile(name: string, arrived: Arrived): Promise<Judgement> {
  const { head, hasNul, told, whole } = arrived
  const kind = kindNamed(name)
  if (!kind || isDisguised(name))
    return refused(`“${name}” is not a kind of file we take. ${allowed}`)
  const misnamed = refused(
    `“${name}” is not what its name says. Open it, save it again as ${kind.words} and attach that`,
  )
  if (head.length === 0) return refused(`“${name}” is empty`)
  if (kind === fileKinds.png) return startsWith(head, png) ? judgePicture(kind, told) : misnamed
  if (kind === fileKinds.jpeg) return startsWith(head, jpeg) ? judgePicture(kind, told) : misnamed
  if (kind === fileKinds.pdf)
    return isPdf(head) ? inTurn(async () => judged(kind, judgePdf(whole()))) : misnamed
  if (kind === fileKinds.docx || kind === fileKinds.xlsx) {
    if (isOldOffice(head)) return refused(lockedOrOld)
    if (!startsWith(head, zip)) return misnamed
    const found = await inTurn(() =>
      judgeOffice(kind === fileKinds.docx ? 'docx' : 'xlsx', whole()),
    )
    return 'misnamed' in found ? misnamed : judged(kind, found)
  }
  return hasNul || startsWith(head, zip) || head.subarray(0, 1024).includes('%PDF-')
    ? misnamed
    : { ok: true, kind }
}

const [png, jpeg, zip] = ['89504e470d0a1a0a', 'ffd8ff', '504b0304'] as const
const startsWith = (bytes: Buffer, hex: string) =>
  bytes.subarray(0, hex.length / 2).equals(Buffer.from(hex, 'hex'))

/** At the very beginning: a page of the web with a PDF’s first words further down is both, and is not taken. */
const isPdf = (head: Buffer) => /^(\xef\xbb\xbf)?\s{0,8}%PDF-/.test(head.toString('latin1'))

const refused = (problem: string) => ({ ok: false, problem }) as const

const judged = (
  kind: FileKind,
  found: { readonly problem: string } | { readonly says: DocumentSays },
): Judgement => ('problem' in found ? refused(found.problem) : { ok: true, kind, says: found.says })

const judgePicture = (kind: FileKind, told: WhatItTold | undefined): Judgement =>
  told?.problem ? refused(pictureProblems[told.problem]) : { ok: true, kind }

const pictureProblems: Readonly<Record<PictureProblem, string>> = {
  damaged: 'This picture is damaged. Open it, save it again and add that',
  'too large': 'This picture is too large to be opened safely. Save a smaller copy',
  'says too much':
    'This picture carries more than 10 MB that is not the picture itself. Save a copy of it and add that',
  moves: 'This picture moves. Save one picture of it and add that',
}

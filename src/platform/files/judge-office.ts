import { zipDirectory } from '../spreadsheet/zip-directory.ts'
import type { DocumentSays } from './document-says.ts'
import { officeSays, partsThatSay } from './office-says.ts'
import { provenParts } from './proven-parts.ts'

export type OfficeKind = 'docx' | 'xlsx'

// Paths that lead out of the file, and parts that run something.
const runnable =
  /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|vba(Project|Data)|macrosheets\/|activeX\/|\.(exe|dll|js|vbs|bat|cmd|scr|lnk|hta|ps1|msi|jar)$/i

const damaged = 'This file is damaged or protected by a password. Save it again without'
const macros = 'This file holds macros. Save it without macros and attach that'

/**
 * Is this file of Word or Excel what its name says, without macros, and no bomb? Every part is unpacked once and counted,
 * none is kept; of a few it is read what the document says of itself.
 */
export async function judgeOffice(
  kind: OfficeKind,
  bytes: Buffer,
): Promise<
  { readonly problem: string } | { readonly misnamed: true } | { readonly says: DocumentSays }
> {
  try {
    const names = zipDirectory(bytes).map(({ name }) => name)
    const main = kind === 'docx' ? 'word/document.xml' : 'xl/workbook.xml'
    if (!names.includes('[Content_Types].xml') || !names.includes(main)) return { misnamed: true }
    if (names.some(name => runnable.test(name))) return { problem: macros }
    const parts = await provenParts(bytes, name => name === contentTypes || partsThatSay.test(name))
    if (/macroEnabled|vbaProject/i.test(parts.get(contentTypes) ?? '')) return { problem: macros }
    return { says: officeSays(parts) }
  } catch {
    return { problem: damaged }
  }
}

const contentTypes = '[Content_Types].xml'

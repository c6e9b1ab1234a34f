import { damagedWorkbook, UnreadableFile } from './unreadable-file.ts'

/** What the file is by its first bytes, whatever it is called. Refuses what we do not read, with what to do instead. */
export function fileKind(bytes: Uint8Array, fileName: string): 'csv' | 'workbook' {
  if (bytes.length === 0) throw new UnreadableFile('The file is empty')
  const ending = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (ending === 'xlsm' || ending === 'xltm')
    throw new UnreadableFile(
      'Workbooks with macros (.xlsm) are not accepted. In Excel choose Save as, Excel workbook (.xlsx), and upload that',
    )
  if (ending === 'xlsb' || ending === 'ods' || ending === 'numbers')
    throw new UnreadableFile(
      `Files of the kind .${ending} cannot be read. Save the table as an Excel workbook (.xlsx) or as CSV and upload that`,
    )
  if (startsWith(bytes, [0x50, 0x4b])) return 'workbook'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldOrLocked(bytes)
  if (ending === 'xlsx') throw damagedWorkbook()
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw new UnreadableFile('This is a PDF. Upload the table as an Excel workbook (.xlsx) or CSV')
  // Some systems call a web page `.xls`. Excel opens it with a warning, and so everybody thinks it is a workbook.
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(beginning(bytes)))
    throw new UnreadableFile(
      'This is a web page that is called a spreadsheet. Open it in Excel, save it as an Excel workbook (.xlsx) and upload that',
    )
  return 'csv'
}

// The same container holds an old .xls and any workbook that has a password.
function oldOrLocked(bytes: Uint8Array): UnreadableFile {
  const locked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  return new UnreadableFile(
    locked
      ? 'The workbook has a password. Save it without one and upload that: the upload itself is encrypted'
      : 'Old Excel files (.xls) are not accepted. In Excel choose Save as, Excel workbook (.xlsx), and upload that',
  )
}

const startsWith = (bytes: Uint8Array, first: readonly number[]) =>
  first.every((byte, place) => bytes[place] === byte)

const beginning = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(0, 200))

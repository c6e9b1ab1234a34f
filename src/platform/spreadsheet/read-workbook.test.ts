import { deflateRawSync } from 'node:zlib'
import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { readTable } from './read-table.ts'
import { zipOf } from './unpack.ts'
import { UnreadableFile } from './unreadable-file.ts'

const sheetOf = (rows: (CellObject | string | null)[][]) => utils.aoa_to_sheet(rows)
function workbook(
  sheets: Record<string, WorkSheet>,
  bookType: 'xlsx' | 'xlsm' | 'xls' = 'xlsx',
  from1904 = false,
) {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  book.Workbook = { ...book.Workbook, WBProps: { date1904: from1904 } }
  return new Uint8Array(write(book, { type: 'buffer', bookType, compression: true }))
}
const numbered = (v: number, z?: string): CellObject => (z ? { t: 'n', v, z } : { t: 'n', v })
const whyNot = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    error => {
      expect(error).toBeInstanceOf(UnreadableFile)
      return (error as Error).message
    },
  )

test('Every kind of cell is read as its owner means it', async () => {
  const kinds: [string, CellObject, string][] = [
    ['text', { t: 's', v: ' Zoë  O’Neill ' }, 'Zoë O’Neill'],
    ['UPN', { t: 's', v: 'K855400126001' }, 'K855400126001'],
    ['noughts', { t: 's', v: '007' }, '007'],
    ['shown noughts', numbered(7, '000'), '007'],
    ['telephone', numbered(1632960001, '00000 000000'), '01632 960001'],
    ['long number', numbered(7621706219), '7621706219'],
    ['longer number', numbered(123456789012345), '123456789012345'],
    ['decimal', numbered(0.1 + 0.2), '0.3'],
    ['money', numbered(1234.5, '£#,##0.00'), '1234.5'],
    ['share', numbered(0.955, '0.0%'), '95.5%'],
    ['day', numbered(45919, 'dd/mm/yyyy'), '2025-09-19'],
    ['month first', numbered(45919, 'm/d/yy'), '2025-09-19'],
    ['day and time', numbered(45919.5625, 'dd/mm/yyyy hh:mm'), '2025-09-19 13:30'],
    ['time alone', numbered(0.5625, 'hh:mm'), '13:30'],
    ['leap day', numbered(45351, 'dd/mm/yyyy'), '2024-02-29'],
    ['tick', { t: 'b', v: true }, 'TRUE'],
    ['sum', { t: 'n', v: 3, f: '1+2' }, '3'],
    ['lines', { t: 's', v: 'one\r\ntwo' }, 'one\ntwo'],
  ]
  const file = workbook({
    Children: sheetOf([kinds.map(([heading]) => heading), kinds.map(([, cell]) => cell)]),
  })

  const table = await readTable(file, 'children.xlsx')

  expect(table.sheet).toBe('Children')
  expect(table.rows).toEqual([
    { number: 2, cells: Object.fromEntries(kinds.map(([heading, , text]) => [heading, text])) },
  ])
})

test('A workbook that counts days from 1904 gives the same days', async () => {
  const file = workbook(
    { A: sheetOf([['Day'], [numbered(45919 - 1462, 'dd/mm/yyyy')]]) },
    'xlsx',
    true,
  )
  expect((await readTable(file, 'mac.xlsx')).rows[0]?.cells).toEqual({ Day: '2025-09-19' })
})

test('The first visible sheet with anything in it is read, and the others are named', async () => {
  const file = utils.book_new()
  utils.book_append_sheet(file, sheetOf([]), 'Empty')
  utils.book_append_sheet(file, sheetOf([['Secret'], ['x']]), 'Hidden')
  utils.book_append_sheet(file, sheetOf([[null], [null, 'Name'], [null, 'Ann']]), 'Children')
  utils.book_append_sheet(file, sheetOf([['Name'], ['Bob']]), 'Leavers')
  file.Workbook = { Sheets: [{}, { Hidden: 1 }, {}, {}] }
  const table = await readTable(new Uint8Array(write(file, { type: 'buffer' })), 'a.xlsx')

  expect(table.sheet).toBe('Children')
  expect(table.otherSheets).toEqual(['Leavers'])
  expect(table.rows).toEqual([{ number: 3, cells: { Name: 'Ann' } }])
})

test('Short rows of a workbook only have empty cells at the end', async () => {
  const file = workbook({ A: sheetOf([['Name', 'Note'], ['Ann'], [null, 'x']]) })
  expect((await readTable(file, 'a.xlsx')).rows.map(row => row.cells)).toEqual([
    { Name: 'Ann', Note: '' },
    { Name: '', Note: 'x' },
  ])
})

test('A formula that failed, or was never worked out, is refused by its cell', async () => {
  const failed = workbook({ A: sheetOf([['Name'], [{ t: 'e', v: 0x17, f: 'A1+B9' }]]) })
  expect(await whyNot(readTable(failed, 'a.xlsx'))).toContain(
    'Cell A2 of “A” holds a formula that failed',
  )
  const never = workbook({ A: sheetOf([['Name'], [{ t: 'z', f: 'A1' }]]) })
  expect(await whyNot(readTable(never, 'a.xlsx'))).toContain('never worked out')
})

test('Other kinds of file are refused with what to do instead', async () => {
  const one = { A: sheetOf([['Name'], ['Ann']]) }
  const xlsx = workbook(one)
  expect(await whyNot(readTable(xlsx, 'a.xlsm'))).toContain('Workbooks with macros (.xlsm)')
  expect(await whyNot(readTable(workbook(one, 'xls'), 'a.xls'))).toContain('Old Excel files (.xls)')
  expect(await whyNot(readTable(xlsx, 'a.ods'))).toContain('.ods')
  expect(
    await whyNot(readTable(zipOf([{ name: 'a.txt', content: Buffer.from('x') }]), 'a.xlsx')),
  ).toContain('not an Excel workbook')
  const withMacros = zipOf([{ name: 'xl/vbaProject.bin', content: Buffer.from('x') }])
  expect(await whyNot(readTable(withMacros, 'a.xlsx'))).toContain('Workbooks with macros')
  const locked = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
  expect(await whyNot(readTable(locked, 'a.xlsx'))).toContain('has a password')
  expect(await whyNot(readTable(Buffer.from('Name\nAnn'), 'a.xlsx'))).toContain('damaged')
  expect(await whyNot(readTable(xlsx.slice(0, -30), 'a.xlsx'))).toContain('damaged')
})

/** A zip whose one entry holds what it likes and says what it likes. */
function forged(content: Buffer, says: number, entries = 1) {
  const packed = deflateRawSync(content, { level: 9 })
  const local = Buffer.alloc(30)
  local.write('PK\x03\x04')
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(says, 22)
  local.writeUInt16LE(15, 26)
  const name = Buffer.from('xl/workbook.xml')
  const listed = Buffer.alloc(46)
  listed.write('PK\x01\x02')
  listed.writeUInt16LE(8, 10)
  listed.writeUInt32LE(packed.length, 20)
  listed.writeUInt32LE(says, 24)
  listed.writeUInt16LE(15, 28)
  const body = Buffer.concat([local, name, packed])
  const directory = Buffer.concat(Array.from({ length: entries }, () => [listed, name]).flat())
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, directory, end])
}

test('Bombs are refused before they go off', async () => {
  const zeros = Buffer.alloc(300_000_000)
  expect(await whyNot(readTable(forged(zeros, zeros.length), 'a.xlsx'))).toContain('too large')
  const ratio = Buffer.alloc(50_000_000)
  expect(await whyNot(readTable(forged(ratio, ratio.length), 'a.xlsx'))).toContain('too large')
  expect(await whyNot(readTable(forged(Buffer.from('x'), 1, 3_000), 'a.xlsx'))).toContain(
    'too large',
  )
  expect(await whyNot(readTable(forged(Buffer.alloc(1000), 1000, 90), 'a.xlsx'))).toContain(
    'damaged',
  )
})

test('A part that holds more than it says is refused in unpacking', async () => {
  const { unpack } = await import('./unpack.ts')
  const { zipDirectory } = await import('./zip-directory.ts')
  const lying = forged(Buffer.alloc(900_000), 1_000)
  expect(() => unpack(lying, zipDirectory(lying))).toThrow(UnreadableFile)
  const honest = forged(Buffer.from('hello'), 5)
  expect(unpack(honest, zipDirectory(honest))[0]?.content.toString()).toBe('hello')
})

test('Twenty thousand rows of eight columns are read while the process answers others', async () => {
  const rows = Array.from({ length: 20_000 }, (_, row) =>
    Array.from({ length: 8 }, (_, column) => `r${row * 7}c${column}`),
  )
  const file = workbook({ A: sheetOf([Array.from({ length: 8 }, (_, c) => `h${c}`), ...rows]) })
  let turns = 0
  const counting = setInterval(() => turns++, 5)
  const table = await readTable(file, 'a.xlsx')
  clearInterval(counting)

  expect(table.rows).toHaveLength(20_000)
  expect(turns).toBeGreaterThan(20)
})

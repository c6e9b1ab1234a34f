import { expect, test } from 'vitest'
import { extractLimits, uploadLimits } from './limits.ts'
import { readTable } from './read-table.ts'
import { UnreadableFile } from './unreadable-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const readText = (text: string) => readTable(bytes(text), 'children.csv')
const whyNot = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    error => {
      expect(error).toBeInstanceOf(UnreadableFile)
      return (error as Error).message
    },
  )

test('A plain file is read, with the row numbers that Excel shows', async () => {
  const table = await readText('Surname,Forename\nSmith,Zoë\n\n"O\'Neill","Ann\nMarie"\n')

  expect(table.sheet).toBe('children.csv')
  expect(table.headers).toEqual(['Surname', 'Forename'])
  expect(table.rows).toEqual([
    { number: 2, cells: { Surname: 'Smith', Forename: 'Zoë' } },
    { number: 4, cells: { Surname: "O'Neill", Forename: 'Ann\nMarie' } },
  ])
})

const zoë = { Name: 'Zoë’s', Note: '€1' }
const text = 'Name,Note\r\nZoë’s,€1\r\n'
test.each([
  ['UTF-8', bytes(text)],
  ['UTF-8 with a byte order mark', bytes(`\ufeff${text}`)],
  ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 without a byte order mark', Buffer.from(text, 'utf16le')],
  ['UTF-16 of the other end', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['Windows-1252', Buffer.from('Name,Note\r\nZo\xeb\x92s,\x801\r\n', 'latin1')],
])('%s is understood', async (_, file) => {
  expect((await readTable(file, 'a.csv')).rows).toEqual([{ number: 2, cells: zoë }])
})

test.each([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
])('A %s may part the cells', async (_, sign) => {
  const table = await readText(`Name${sign}"Note, long; or\tshort"\nZoë${sign}x\n`)
  expect(table.rows[0]?.cells).toEqual({ Name: 'Zoë', 'Note, long; or short': 'x' })
})

test('Excel’s own first line about the separator is taken at its word', async () => {
  const table = await readText('sep=;\r\nName;Note\r\nA,B;x\r\n')
  expect(table.rows).toEqual([{ number: 3, cells: { Name: 'A,B', Note: 'x' } }])
})

test('Line ends of every kind, spaces round words and invisible signs do not matter', async () => {
  const table = await readText('Name , Note\r A\u00a0B ,\u200bx\r')
  expect(table.rows).toEqual([{ number: 2, cells: { Name: 'A B', Note: 'x' } }])
})

test('Leading noughts, long numbers and exponents stay as they are written', async () => {
  const table = await readText('Number\n007\n7621706219\n1E5\n')
  expect(table.rows.map(row => row.cells['Number'])).toEqual(['007', '7621706219', '1E5'])
})

test('What our own exports guard is read back as it was', async () => {
  const table = await readText('Name\n"\'=1+1"\n"\'\'=x"\n"\'Neill"\n')
  expect(table.rows.map(row => row.cells['Name'])).toEqual(['=1+1', "'=x", "'Neill"])
})

test('Columns called like parts of the language are columns', async () => {
  const table = await readText('__proto__,constructor\nx,y\n')
  expect(Object.keys(table.rows[0]?.cells ?? {})).toEqual(['__proto__', 'constructor'])
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})

test.each([
  ['', 'The file is empty'],
  ['\n\n , \n', 'There is nothing in “children.csv”'],
  ['Name,Note\n', 'has headings but no rows'],
  ['Name,Note,name\na,b,c\n', 'Two columns have the heading “name” (A and C)'],
  ['Name,Note\na,b\na,b,c\n', 'Row 3 has 3 cells where the headings have 2'],
  ['Name,Note\na,b\na\n', 'Row 3 has 1 cells where the headings have 2'],
  ['Name,,Note\na,lost,c\n', 'Row 2 has “lost” in column B, which has no heading'],
  ['Name,Note\na,"b\nc,d\n', 'Near row 2'],
  ['Name,Note\na,b"c\n"d"e,f\n', 'quotation marks do not match'],
  ['Name\0,Note\na,b\n', 'not a table of text'],
  ['%PDF-1.7', 'This is a PDF'],
  ['<html><table><tr><td>x', 'web page'],
])('%j is refused in a sentence: %s', async (file, why) => {
  expect(await whyNot(readText(file))).toContain(why)
})

test('An empty column without a heading is passed over', async () => {
  expect((await readText('Name,,Note,\na,,c,\n')).headers).toEqual(['Name', 'Note'])
})

test('A row may end early only where nothing is missing', async () => {
  expect((await readText('Name,Note,,\na,c\n')).rows[0]?.cells).toEqual({ Name: 'a', Note: 'c' })
})

test('Fifty thousand rows are read, one more is refused, and the process answers others meanwhile', async () => {
  const rows = (count: number) => bytes(`Name,Note\n${'abcdef,ghijkl mn\n'.repeat(count)}`)
  let turns = 0
  const counting = setInterval(() => turns++, 5)
  expect((await readTable(rows(50_000), 'a.csv')).rows).toHaveLength(50_000)
  clearInterval(counting)
  expect(turns).toBeGreaterThan(3)
  expect(await whyNot(readTable(rows(50_001), 'a.csv'))).toContain('more than 50,000 rows')
  const extract = await readTable(rows(50_001), 'a.csv', {
    limits: extractLimits,
    keep: h => h === 'Note',
  })
  expect(extract.rows.at(-1)).toEqual({ number: 50_002, cells: { Note: 'ghijkl mn' } })
})

test('Too many bytes, columns and blank lines are refused', async () => {
  const { bytes: most } = uploadLimits
  expect(await whyNot(readTable(new Uint8Array(most + 1), 'a.csv'))).toContain('smaller than 20MB')
  expect(await whyNot(readText(`${'a,'.repeat(400)}\n`))).toContain('more than 300 columns')
  expect(await whyNot(readText(`a,b\n${'\n'.repeat(300_000)}`))).toContain('more than 50,000 rows')
  expect(await whyNot(readText(`a,b\n"${'x'.repeat(1_100_000)}`))).toContain(
    'over a million characters',
  )
})

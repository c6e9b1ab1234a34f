import { read } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asExported, guardedCell } from './cell-guard.ts'
import { readTable } from './read-table.ts'
import { streamCsv, writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const names = [{ heading: 'Name', value: (name: string) => name }]

test.each([
  '=HYPERLINK("http://x.test","y")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '|cmd',
  '\t=1',
  '\r=1',
  '\n=1',
  '\n',
  '\0=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '\u200b=1',
  '\ufeff=1',
  '  =1',
  '\u00a0=1',
  '"=1+1"',
  '\u202e\u200b =1',
  "'=1",
  '-',
])('%j cannot be a formula', cell => {
  expect(guardedCell(cell)).toBe(`'${cell}`)
  expect(asExported(guardedCell(cell))).toBe(cell)
})

test.each(['O’Neill', "'Neill", 'a=b', '1', 'Zoë', '', ' ', '“quoted”', 'a\n=b'])(
  '%j is left as it is',
  cell => {
    expect(guardedCell(cell)).toBe(cell)
  },
)

test('Numbers and telephone numbers stay readable where a column holds nothing else', () => {
  expect(guardedCell('-1', 'number')).toBe('-1')
  expect(guardedCell('-12.50', 'number')).toBe('-12.50')
  expect(guardedCell('-1+1', 'number')).toBe("'-1+1")
  expect(guardedCell('+44 1632 960001', 'phone')).toBe('+44 1632 960001')
  expect(guardedCell('+44+1', 'phone')).toBe("'+44+1")
  expect(guardedCell('-1')).toBe("'-1")
})

test('Headings are guarded too, and everything is quoted', () => {
  const csv = writeCsv([{ heading: '=x', value: () => 'a"b' }], [null])
  expect(csv).toBe('\ufeff"\'=x"\r\n"a""b"\r\n')
})

test('Ten thousand random texts come back from CSV as they went in', () => {
  const texts = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'\'"=+-@|\t\r\n\0,; \u200b\ufeff＝a1') }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  fc.assert(
    fc.property(texts, cells => {
      const columns = cells.map((_, place) => ({
        heading: `h${place}`,
        value: (row: string[]) => row[place],
      }))
      const [, row] = parse(writeCsv(columns, [cells]), { bom: true })
      expect(row?.map(asExported)).toEqual(cells)
    }),
    { numRuns: 10_000 },
  )
})

test('A streamed file is the same file', async () => {
  const rows = ['Ann', '=1', '']
  let streamed = ''
  for await (const piece of streamCsv(names, rows)) streamed += piece
  expect(streamed).toBe(writeCsv(names, rows))
})

test('What we write, we read', async () => {
  const rows = ['Zoë', '=1+1', "O'Neill", 'a, "b"; c', '-5', '007', 'two\nlines']
  const csv = await readTable(new TextEncoder().encode(writeCsv(names, rows)), 'a.csv')
  const xlsx = await readTable(writeXlsx(names, rows, 'Names: all/some'), 'a.xlsx')

  expect(csv.rows.map(row => row.cells['Name'])).toEqual(rows)
  expect(xlsx.rows.map(row => row.cells['Name'])).toEqual(rows)
  expect(xlsx.sheet).toBe('Names  all some')
})

test('In a workbook every text is a typed string and only numbers are numbers', () => {
  const columns = [
    { heading: '=x', value: () => '=1+1' },
    { heading: 'Upn', value: () => 'K855400126001' },
    { heading: 'Hours', value: () => 25.5 },
    { heading: 'Pence', value: () => '-100', kind: 'number' as const },
    { heading: 'Empty', value: () => null },
    { heading: 'Odd', value: () => 'a\u0000b\ud800_x0041_' },
    { heading: 'Long', value: () => 'y'.repeat(40_000) },
  ]
  const sheet = read(writeXlsx(columns, [null]), { type: 'array', cellFormula: true }).Sheets[
    'Sheet1'
  ]
  const cell = (ref: string) => ({ t: sheet?.[ref]?.t, v: sheet?.[ref]?.v, f: sheet?.[ref]?.f })

  expect(cell('A1')).toEqual({ t: 's', v: '=x' })
  expect(cell('A2')).toEqual({ t: 's', v: '=1+1' })
  expect(cell('B2')).toEqual({ t: 's', v: 'K855400126001' })
  expect(cell('C2')).toEqual({ t: 'n', v: 25.5 })
  expect(cell('D2')).toEqual({ t: 'n', v: -100 })
  expect(cell('E2').v).toBeUndefined()
  expect(cell('F2').v).toBe('ab\ufffd_x0041_')
  expect(String(cell('G2').v)).toMatch(/^y{30000,}… \(cut: too long for Excel\)$/)
})

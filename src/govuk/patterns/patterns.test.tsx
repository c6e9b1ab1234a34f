import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Calendar, ContextualDate, Pagination, SortableTable, Table } from '../index.ts'
import { DownloadList } from './download-list.tsx'

const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test.each([
  ['2026-03-10', 'due today', 'soon'],
  ['2026-03-11', 'due tomorrow', 'soon'],
  ['2026-03-14', 'due in 4 days', 'later'],
  ['2026-03-09', '1 day overdue', 'overdue'],
  ['2025-03-10', '365 days overdue', 'overdue'],
  // The clocks change on 29 March 2026.
  ['2026-03-30', 'due in 20 days', 'later'],
])('%s is %s', (date, words, urgency) => {
  const shown = renderToString(<ContextualDate date={date} today="2026-03-10" />)

  expect(text(shown)).toMatch(new RegExp(` 202[56] ${words}$`))
  expect(shown).toContain(`onroll-contextual-date--${urgency}`)
})

const pagesShown = (page: number, total: number) =>
  text(
    renderToString(
      <Pagination page={page} pageSize={25} total={total} things="referrals" href={n => `?${n}`} />,
    ),
  )

test('Pagination names the first, the last and the neighbours, and leaves no gap of one', () => {
  expect(pagesShown(1, 20)).toBe('Showing 1 to 20 of 20 referrals')
  expect(pagesShown(1, 0)).toBe('Showing 0 to 0 of 0 referrals')
  expect(pagesShown(1, 250)).toContain('1 2 ⋯ 10 Next page')
  expect(pagesShown(4, 250)).toContain('Previous page 1 2 3 4 5 ⋯ 10 Next page')
  expect(pagesShown(5, 250)).toContain('1 ⋯ 4 5 6 ⋯ 10')
  expect(pagesShown(10, 250)).toBe('Showing 226 to 250 of 250 referrals Previous page 1 ⋯ 9 10')
})

test('A heading sorts the other way once it sorts, and a first click follows the column', () => {
  const table = renderToString(
    <SortableTable
      caption="Referrals"
      columns={[
        { key: 'name', text: 'Name' },
        { key: 'sent', text: 'Sent', first: 'descending' },
      ]}
      sort={{ key: 'name', direction: 'ascending' }}
      href={({ key, direction }) => `?sort=${key}&way=${direction}`}
      rows={[['A', '2 March']]}
    />,
  )

  expect(table).toContain('href="?sort=name&amp;way=descending"')
  expect(table).toContain('href="?sort=sent&amp;way=descending"')
  expect(table.match(/aria-sort="(\w+)"/g)).toEqual(['aria-sort="ascending"', 'aria-sort="none"'])
})

test('Cells of a card carry the words of their column', () => {
  const table = renderToString(
    <Table caption="C" head={['School', 'Days']} rows={[['Larkfield', 0]]} />,
  )

  expect(table).toMatch(/data-label="Days"[^>]*>0</)
})

test('A month is shown in whole weeks from Monday', () => {
  const days = (month: string) => {
    const shown = renderToString(<Calendar month={month} today="2026-03-10" entries={[]} />)
    return { weeks: (shown.match(/<tr>/g)?.length ?? 0) - 1, days: shown.match(/<time/g)?.length }
  }

  expect(days('2026-02')).toEqual({ weeks: 5, days: 28 })
  expect(days('2026-03')).toEqual({ weeks: 6, days: 31 })
  expect(days('2027-02')).toEqual({ weeks: 4, days: 28 })
  expect(days('2028-02')).toEqual({ weeks: 5, days: 29 })
  expect(days('2025-12')).toEqual({ weeks: 5, days: 31 })
})

test('A file that holds less than its list says so before it is downloaded', () => {
  const words = (total: number) =>
    renderToString(<DownloadList href="/placements/export" total={total} most={50} />)
  expect(words(50)).toContain('Download this list (CSV)')
  expect(words(51)).toContain('Download the first 50 of this list (CSV)')
  expect(words(51)).toContain('Narrow the list to have the others in a file')
})

import { GovukPagination } from '../base/pagination.tsx'

/** The pages of a list, and where in it the reader is. One page shows nothing but the count. */
export function Pagination({
  page,
  pageSize,
  total,
  things,
  href,
}: {
  page: number
  pageSize: number
  total: number
  /** What is counted: “referrals”. */
  things: string
  href: (page: number) => string
}) {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1
  const to = Math.min(page * pageSize, total)
  return (
    <div class="onroll-pagination">
      <p class="govuk-body onroll-pagination__count">
        Showing <strong>{number(from)}</strong> to <strong>{number(to)}</strong> of{' '}
        <strong>{number(total)}</strong> {things}
      </p>
      {pages > 1 && (
        <GovukPagination
          previous={page > 1 ? { href: href(page - 1) } : undefined}
          next={page < pages ? { href: href(page + 1) } : undefined}
          items={shownPages(page, pages).map(n =>
            n === 'gap' ? { ellipsis: true } : { number: n, href: href(n), current: n === page },
          )}
        />
      )}
    </div>
  )
}

const number = (n: number) => n.toLocaleString('en-GB')

/** The first, the last, this one and its neighbours. */
function shownPages(page: number, pages: number): (number | 'gap')[] {
  const near = [1, page - 1, page, page + 1, pages].filter(n => n >= 1 && n <= pages)
  const shown = [...new Set(near)].sort((a, b) => a - b)
  return shown.flatMap((n, i) => {
    const before = shown[i - 1] ?? n - 1
    if (n - before === 2) return [n - 1, n]
    return n - before > 2 ? ['gap' as const, n] : [n]
  })
}

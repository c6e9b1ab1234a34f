import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options, present } from '../attributes.ts'

type PaginationLink = Options<{
  href: string
  children?: ComponentChildren
  labelText?: string
  attributes?: Attributes
}>

type PaginationItem = Options<{
  number?: number | string
  href?: string
  current?: boolean
  ellipsis?: boolean
  visuallyHiddenText?: string
  attributes?: Attributes
}>

export type PaginationProps = Options<{
  items?: readonly (PaginationItem | null | undefined | false)[]
  previous?: PaginationLink
  next?: PaginationLink
  landmarkLabel?: string
  classes?: string
  attributes?: Attributes
}>

export function GovukPagination({ items, previous, next, ...props }: PaginationProps) {
  const block = !items && Boolean(next || previous)
  return (
    <nav
      class={names('govuk-pagination', block && 'govuk-pagination--block', props.classes)}
      aria-label={props.landmarkLabel || 'Pagination'}
      {...attrs(props.attributes)}
    >
      {previous?.href && <ArrowLink {...previous} kind="prev" block={block} />}
      {items && (
        <ul class="govuk-pagination__list">
          {present(items)
            .filter(({ number, ellipsis }) => ellipsis || number !== undefined)
            .map(item => (
              <PageItem {...item} />
            ))}
        </ul>
      )}
      {next?.href && <ArrowLink {...next} kind="next" block={block} />}
    </nav>
  )
}

type Kind = 'prev' | 'next'

const ArrowLink = ({
  kind,
  block,
  href,
  children,
  labelText,
  attributes,
}: PaginationLink & { kind: Kind; block: boolean }) => (
  <div class={`govuk-pagination__${kind}`}>
    <a class="govuk-link govuk-pagination__link" href={href} rel={kind} {...attrs(attributes)}>
      {(block || kind === 'prev') && <Arrow kind={kind} />}{' '}
      <span
        class={names(
          'govuk-pagination__link-title',
          block && !labelText && 'govuk-pagination__link-title--decorated',
        )}
      >
        {children ?? (
          <>
            {kind === 'prev' ? 'Previous' : 'Next'}
            <span class="govuk-visually-hidden"> page</span>
          </>
        )}
      </span>
      {labelText && block && (
        <>
          {' '}
          <span class="govuk-visually-hidden">:</span>{' '}
          <span class="govuk-pagination__link-label">{labelText}</span>
        </>
      )}
      {!block && kind === 'next' && <Arrow kind={kind} />}
    </a>
  </div>
)

const PageItem = ({ number, ellipsis, current, attributes, ...item }: PaginationItem) => (
  <li
    class={names(
      'govuk-pagination__item',
      current && 'govuk-pagination__item--current',
      ellipsis && 'govuk-pagination__item--ellipsis',
    )}
  >
    {ellipsis ? (
      '⋯'
    ) : (
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href ?? ''}
        aria-label={item.visuallyHiddenText ?? `Page ${number}`}
        aria-current={current ? 'page' : undefined}
        {...attrs(attributes)}
      >
        {number}
      </a>
    )}
  </li>
)

const arrows: Record<Kind, string> = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const Arrow = ({ kind }: { kind: Kind }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${kind}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={arrows[kind]} />
  </svg>
)

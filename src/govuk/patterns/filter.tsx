import type { ComponentChildren } from 'preact'
import type { Options } from '../attributes.ts'
import { Button } from '../base/button.tsx'

export interface FilterTag {
  /** What is filtered by: “Status”. */
  readonly label: string
  readonly text: string
  /** The same list without this one. */
  readonly removeHref: string
}

/** A list and the form that narrows it, side by side; on a phone the form is above and can be folded away. */
export const Filter = ({
  title = 'Filter',
  action,
  tags = [],
  clearHref,
  results,
  children,
}: Options<{
  title?: string
  action?: string
  tags?: readonly FilterTag[]
  clearHref?: string
  /** The list itself. */
  results: ComponentChildren
  /** Fields. */
  children: ComponentChildren
}>) => (
  <div class="onroll-filtered">
    <div class="onroll-filtered__form">
      <details class="onroll-filter" open data-onroll-filter>
        <summary class="onroll-filter__title">{title}</summary>
        <form method="get" action={action} class="onroll-filter__form">
          {children}
          <Button>Apply filters</Button>
          {clearHref && (
            <p class="govuk-body">
              <a class="govuk-link" href={clearHref}>
                Clear filters
              </a>
            </p>
          )}
        </form>
      </details>
    </div>
    <div class="onroll-filtered__results">
      <FilterTags tags={tags} clearHref={clearHref} />
      {results}
    </div>
  </div>
)

/** What the list is narrowed by, each with a way to take it off. */
export const FilterTags = ({
  tags,
  clearHref,
}: Options<{ tags: readonly FilterTag[]; clearHref?: string }>) =>
  tags.length === 0 ? null : (
    <section class="onroll-filter-tags" aria-label="Filters in use">
      <ul class="onroll-filter-tags__list">
        {tags.map(({ label, text, removeHref }) => (
          <li>
            <a class="onroll-filter-tags__tag" href={removeHref}>
              <span class="govuk-visually-hidden">Remove filter </span>
              {label}: {text}
            </a>
          </li>
        ))}
      </ul>
      {clearHref && (
        <a class="govuk-link onroll-filter-tags__clear" href={clearHref}>
          Clear filters
        </a>
      )}
    </section>
  )

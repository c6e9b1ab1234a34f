import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'

type TabItem = Options<{
  id?: string
  label: string
  panel: ComponentChildren
  panelAttributes?: Attributes
  attributes?: Attributes
}>

/** Parts of one page of which a reader wants one. Without script all are shown, one below the other. */
export const Tabs = ({
  items,
  title = 'Contents',
  idPrefix = '',
  ...props
}: Options<{
  items: readonly (TabItem | null | undefined | false)[]
  title?: string
  /** Needed where items have no ids of their own. */
  idPrefix?: string
  id?: string
  classes?: string
  attributes?: Attributes
}>) => {
  // An item left out still counts, so that the ids of the others stay.
  const tabs = items.flatMap((item, n) =>
    item ? [{ ...item, first: n === 0, id: item.id || `${idPrefix}-${n + 1}` }] : [],
  )
  return (
    <div
      id={props.id || undefined}
      class={names('govuk-tabs', props.classes)}
      data-module="govuk-tabs"
      {...attrs(props.attributes)}
    >
      <h2 class="govuk-tabs__title">{title}</h2>
      {tabs.length > 0 && (
        <ul class="govuk-tabs__list">
          {tabs.map(({ id, first, label, attributes }) => (
            <li class={names('govuk-tabs__list-item', first && 'govuk-tabs__list-item--selected')}>
              <a class="govuk-tabs__tab" href={`#${id}`} {...attrs(attributes)}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {tabs.map(({ id, first, panel, panelAttributes }) => (
        <div
          class={names('govuk-tabs__panel', !first && 'govuk-tabs__panel--hidden')}
          id={id}
          {...attrs(panelAttributes)}
        >
          {typeof panel === 'string' ? <p class="govuk-body">{panel}</p> : panel}
        </div>
      ))}
    </div>
  )
}

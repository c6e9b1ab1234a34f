import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options, translations } from '../attributes.ts'

type Section = Options<{
  heading: ComponentChildren
  summary?: ComponentChildren
  content?: ComponentChildren
  expanded?: boolean
}>

type AccordionProps = Options<{
  id: string
  items: readonly (Section | null | undefined | false)[]
  headingLevel?: number
  rememberExpanded?: boolean
  hideAllSectionsText?: string
  hideSectionText?: string
  hideSectionAriaLabelText?: string
  showAllSectionsText?: string
  showSectionText?: string
  showSectionAriaLabelText?: string
  classes?: string
  attributes?: Attributes
}>

/** Sections that open and close; without script all are open. */
export const Accordion = ({ id, items, headingLevel, ...props }: AccordionProps) => (
  <div
    class={names('govuk-accordion', props.classes)}
    data-module="govuk-accordion"
    id={id}
    data-remember-expanded={props.rememberExpanded?.toString()}
    {...translations({
      'hide-all-sections': props.hideAllSectionsText,
      'hide-section': props.hideSectionText,
      'hide-section-aria-label': props.hideSectionAriaLabelText,
      'show-all-sections': props.showAllSectionsText,
      'show-section': props.showSectionText,
      'show-section-aria-label': props.showSectionAriaLabelText,
    })}
    {...attrs(props.attributes)}
  >
    {items.map(
      (item, n) =>
        item && <AccordionSection {...item} id={id} n={n + 1} headingLevel={headingLevel} />,
    )}
  </div>
)

function AccordionSection({
  id,
  n,
  headingLevel,
  ...section
}: Section & { id: string; n: number; headingLevel: number | undefined }) {
  const Heading = `h${headingLevel || 2}` as 'h2'
  return (
    <div
      class={names(
        'govuk-accordion__section',
        section.expanded && 'govuk-accordion__section--expanded',
      )}
    >
      <div class="govuk-accordion__section-header">
        <Heading class="govuk-accordion__section-heading">
          <span class="govuk-accordion__section-button" id={`${id}-heading-${n}`}>
            {section.heading}
          </span>
        </Heading>
        {section.summary && (
          <div class="govuk-accordion__section-summary govuk-body" id={`${id}-summary-${n}`}>
            {section.summary}
          </div>
        )}
      </div>
      <div id={`${id}-content-${n}`} class="govuk-accordion__section-content">
        {typeof section.content === 'string' ? (
          <p class="govuk-body">{section.content}</p>
        ) : (
          section.content
        )}
      </div>
    </div>
  )
}

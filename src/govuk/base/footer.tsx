import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'

type FooterLink = Options<{ href: string; text: string; attributes?: Attributes }>

export type FooterProps = Options<{
  navigation?: readonly Options<{
    title: string
    items?: readonly FooterLink[]
    columns?: number
    width?: string
  }>[]
  meta?: Options<{
    visuallyHiddenTitle?: string
    items?: readonly FooterLink[]
    children?: ComponentChildren
  }>
  /** What may be done with the content; nothing is said unless given. */
  contentLicence?: ComponentChildren
  containerClasses?: string
  classes?: string
  attributes?: Attributes
}>

/** GOV.UK's footer without crown, crest and Crown copyright, which only its own services may show. */
export const Footer = ({ navigation = [], meta, contentLicence, ...props }: FooterProps) => (
  <div class={names('govuk-footer', props.classes)} {...attrs(props.attributes)}>
    <div class={names('govuk-width-container', props.containerClasses)}>
      {navigation.length > 0 && (
        <>
          <div class="govuk-footer__navigation">
            {navigation.map(({ title, items, columns, width }) => (
              <div class={`govuk-footer__section govuk-grid-column-${width || 'full'}`}>
                <h2 class="govuk-footer__heading govuk-heading-m">{title}</h2>
                {items && items.length > 0 && (
                  <ul
                    class={names(
                      'govuk-footer__list',
                      Boolean(columns) && `govuk-footer__list--columns-${columns}`,
                    )}
                  >
                    {items.map(item => item.href && item.text && <Item {...item} kind="list" />)}
                  </ul>
                )}
              </div>
            ))}
          </div>
          <hr class="govuk-footer__section-break" />
        </>
      )}
      <div class="govuk-footer__meta">
        <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
          {meta && <Meta {...meta} />}
          {contentLicence && (
            <>
              <LicenceLogo />
              <span class="govuk-footer__licence-description">{contentLicence}</span>
            </>
          )}
        </div>
      </div>
    </div>
  </div>
)

const Meta = ({ visuallyHiddenTitle, items, children }: NonNullable<FooterProps['meta']>) => (
  <>
    <h2 class="govuk-visually-hidden">{visuallyHiddenTitle || 'Support links'}</h2>
    {items && items.length > 0 && (
      <ul class="govuk-footer__inline-list">
        {items.map(item => (
          <Item {...item} kind="inline-list" />
        ))}
      </ul>
    )}
    {children && <div class="govuk-footer__meta-custom">{children}</div>}
  </>
)

const Item = ({ href, text, attributes, kind }: FooterLink & { kind: 'list' | 'inline-list' }) => (
  <li class={`govuk-footer__${kind}-item`}>
    <a class="govuk-footer__link" href={href} {...attrs(attributes)}>
      {text}
    </a>
  </li>
)

const LicenceLogo = () => (
  <svg
    aria-hidden="true"
    focusable="false"
    class="govuk-footer__licence-logo"
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 483.2 195.7"
    height="17"
    width="41"
  >
    <path
      fill="currentColor"
      d="M421.5 142.8V.1l-50.7 32.3v161.1h112.4v-50.7zm-122.3-9.6A47.12 47.12 0 0 1 221 97.8c0-26 21.1-47.1 47.1-47.1 16.7 0 31.4 8.7 39.7 21.8l42.7-27.2A97.63 97.63 0 0 0 268.1 0c-36.5 0-68.3 20.1-85.1 49.7A98 98 0 0 0 97.8 0C43.9 0 0 43.9 0 97.8s43.9 97.8 97.8 97.8c36.5 0 68.3-20.1 85.1-49.7a97.76 97.76 0 0 0 149.6 25.4l19.4 22.2h3v-87.8h-80l24.3 27.5zM97.8 145c-26 0-47.1-21.1-47.1-47.1s21.1-47.1 47.1-47.1 47.2 21 47.2 47S123.8 145 97.8 145"
    />
  </svg>
)

import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options, translations } from '../attributes.ts'
import { Button } from './button.tsx'

/** For pages that a child or parent may read beside somebody they fear. */
export const ExitThisPage = ({
  id,
  redirectUrl,
  classes,
  attributes,
  children,
  ...words
}: Options<{
  id?: string
  redirectUrl?: string
  activatedText?: string
  timedOutText?: string
  pressTwoMoreTimesText?: string
  pressOneMoreTimeText?: string
  classes?: string
  attributes?: Attributes
  children?: ComponentChildren
}>) => (
  <div
    id={id || undefined}
    class={names('govuk-exit-this-page', classes)}
    data-module="govuk-exit-this-page"
    {...translations({
      activated: words.activatedText,
      'timed-out': words.timedOutText,
      'press-two-more-times': words.pressTwoMoreTimesText,
      'press-one-more-time': words.pressOneMoreTimeText,
    })}
    {...attrs(attributes)}
  >
    <Button
      classes="govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
      href={redirectUrl || 'https://www.bbc.co.uk/weather'}
      attributes={{ rel: 'nofollow noreferrer' }}
    >
      {children ?? (
        <>
          <span class="govuk-visually-hidden">Emergency</span> Exit this page
        </>
      )}
    </Button>
  </div>
)

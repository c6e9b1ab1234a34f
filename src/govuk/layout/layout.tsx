import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { assetUrl } from '../assets.ts'
import { names, type Options } from '../attributes.ts'
import { Footer } from '../base/footer.tsx'
import { GenericHeader, PhaseBanner } from '../base/header.tsx'
import { SkipLink } from '../base/links.tsx'
import { NotificationBanner } from '../base/notification-banner.tsx'
import { type FormState, hasErrors } from '../form-state.ts'
import { PageContext } from '../page-context.ts'
import { Navigation } from './navigation.tsx'
import { UserBar } from './user-bar.tsx'

export const productName = 'Onroll'

type LayoutProps = Options<{
  title: string
  /** The form on this page: when it has errors, the title says so first. */
  form?: FormState
  /** Back link or breadcrumbs, above the main content. */
  before?: ComponentChildren
  /** For pages that are a wide table: the whole window instead of 1,020 pixels. */
  wide?: boolean
  /** Shows the page anew after so many seconds, while it tells how far something is. Works without script. */
  refreshAfter?: number | undefined
  children?: ComponentChildren
}>

/** The whole page around its content. Who, where and with what token come from the page context. */
export function Layout({ title, form, before, wide, refreshAfter, children }: LayoutProps) {
  const { flash, footer, nonce } = useContext(PageContext)
  return (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${form && hasErrors(form) ? 'Error: ' : ''}${title} – ${productName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        {refreshAfter && <meta http-equiv="refresh" content={String(refreshAfter)} />}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assetUrl('govuk-frontend.min.css')} />
        <link rel="stylesheet" href={assetUrl('onroll.css')} />
        <script type="module" src={assetUrl('onroll.js')} nonce={nonce} />
      </head>
      <body class={names('govuk-template__body', wide && 'onroll-wide')}>
        <ScriptIsOn />
        <SkipLink href="#main-content">Skip to main content</SkipLink>
        <Top before={before} />
        <div class="govuk-width-container">
          <main class="govuk-main-wrapper" id="main-content">
            {flash && (
              <NotificationBanner type={flash.type === 'success' ? 'success' : undefined}>
                {flash.text}
              </NotificationBanner>
            )}
            {children}
            <Help />
          </main>
        </div>
        <footer class="govuk-template__footer">
          <SignedOutLater />
          <Footer meta={footer && { items: footer }} />
        </footer>
      </body>
    </html>
  )
}

/** Said in plain words to everybody; with script, a warning comes two minutes before and can be answered. */
function SignedOutLater() {
  const { idleMinutes } = useContext(PageContext)
  if (!idleMinutes) return null
  return (
    <div class="govuk-width-container">
      <p class="govuk-body-s onroll-idle" data-onroll-idle={idleMinutes}>
        You are signed out after {idleMinutes} minutes without use. A form that you send after that
        is kept until you have signed in again.
      </p>
    </div>
  )
}

/** GOV.UK's one inline script: it lets the stylesheet know before the first paint that scripts run. */
function ScriptIsOn() {
  const { nonce } = useContext(PageContext)
  return (
    <script nonce={nonce}>
      {`document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')`}
    </script>
  )
}

function Help() {
  const { help } = useContext(PageContext)
  if (!help) return null
  return (
    <section class="onroll-help govuk-!-display-none-print" aria-label="Help">
      <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
      <p class="govuk-body-s">
        {help.article && (
          <>
            Guidance for this step:{' '}
            <a class="govuk-link" href={help.article.href}>
              {help.article.text}
            </a>
            {' · '}
          </>
        )}
        <a class="govuk-link" href={help.askHref}>
          Ask a question
        </a>
      </p>
    </section>
  )
}

function Top({ before }: { before: ComponentChildren }) {
  const { demo, user } = useContext(PageContext)
  return (
    <header class="govuk-template__header">
      <GenericHeader logo={<span class="onroll-logo">{productName}</span>} />
      {user && <UserBar user={user} />}
      <Navigation />
      {demo && (
        <PhaseBanner tag="Demonstration">
          Every person, child and school here is invented. Enter nothing about anybody real.
        </PhaseBanner>
      )}
      {/* Within a landmark, and still skipped by those who skip to the content. */}
      {before && <div class="govuk-width-container">{before}</div>}
    </header>
  )
}

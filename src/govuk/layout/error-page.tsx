import type { ComponentChildren } from 'preact'
import type { Options } from '../attributes.ts'
import { PageHeading, TwoThirds } from './grid.tsx'
import { Layout } from './layout.tsx'

export type ErrorStatus = 403 | 404 | 409 | 429 | 500 | 503

const pages: Record<ErrorStatus, { title: string; say: readonly string[] }> = {
  403: {
    title: 'You do not have permission to do this',
    say: [
      'Your role at this organisation does not include it. If you have another role, switch to it and try again.',
      'If you think that this is wrong, ask your organisation’s administrator.',
    ],
  },
  404: {
    title: 'Page not found',
    say: [
      'If you typed the web address, check that it is correct. If you pasted it, check that you copied all of it.',
      'The page may also be about something that your role cannot see.',
    ],
  },
  409: {
    title: 'This cannot be done as things stand',
    say: ['Nothing has been changed. Go back, reload the page and see what is there now.'],
  },
  429: {
    title: 'Too many requests',
    say: ['You have done this many times in a short while. Wait a minute and try again.'],
  },
  500: {
    title: 'Sorry, there is a problem with the service',
    say: [
      'What you were doing was not saved. Everything saved before is still there.',
      'Try again in a few minutes. If it happens again, tell the people who run the service.',
    ],
  },
  503: {
    title: 'Sorry, the service is unavailable',
    say: ['It should be back in a few minutes. Everything that you have saved is still there.'],
  },
}

/** A page for when a request was not answered. It says why in `children` where somebody can know. */
export function ErrorPage({
  status,
  reference,
  children,
}: Options<{
  status: ErrorStatus
  /** The request's id, so that a person can quote it and it is found in the logs. */
  reference?: string
  children?: ComponentChildren
}>) {
  const { title, say } = pages[status]
  return (
    <Layout title={title}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        {typeof children === 'string' ? <p class="govuk-body">{children}</p> : children}
        {say.map(sentence => (
          <p class="govuk-body">{sentence}</p>
        ))}
        {reference && (
          <p class="govuk-body">
            Reference: <strong>{reference}</strong>
          </p>
        )}
        {status !== 503 && (
          <p class="govuk-body">
            <a class="govuk-link" href="/">
              Go to the start page
            </a>
          </p>
        )}
      </TwoThirds>
    </Layout>
  )
}

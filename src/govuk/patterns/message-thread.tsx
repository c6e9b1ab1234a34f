import type { ComponentChildren } from 'preact'
import { names, type Options } from '../attributes.ts'

export type Message = Options<{
  /** Name, and where they are from: words were written by somebody somewhere. */
  from: string
  organisation?: string
  /** As shown: “3 March 2026 at 9:14am”. */
  sent: string
  dateTime: string
  /** Written by the reader's own side. */
  own?: boolean
  /** Not seen by the reader before. */
  isNew?: boolean
  children: ComponentChildren
}>

/** A conversation in order of time, oldest first, as it was said. */
export const MessageThread = ({
  label,
  messages,
}: {
  label: string
  messages: readonly Message[]
}) => (
  <ol class="onroll-messages" aria-label={label}>
    {messages.map(message => (
      <li class={names('onroll-message', message.own && 'onroll-message--own')}>
        <p class="onroll-message__byline">
          <strong>{message.from}</strong>
          {message.organisation && `, ${message.organisation}`}
          {message.isNew && <strong class="onroll-message__new">New</strong>}
        </p>
        <div class="onroll-message__text">{message.children}</div>
        <p class="onroll-message__sent">
          <time dateTime={message.dateTime}>{message.sent}</time>
        </p>
      </li>
    ))}
  </ol>
)

import type { Configuration } from '#platform/configuration.ts'
import type { Route } from '#platform/http/page.tsx'
import { demonstrationMailPage } from './demonstration-mail.page.tsx'
import { messagePage, sendAgain } from './message.page.tsx'
import { messagesPage } from './messages.page.tsx'

/** The outbox, for those who see to it that people are told. */
export const routes = ({ demo }: Configuration): readonly Route[] => [
  messagesPage,
  messagePage,
  sendAgain,
  ...(demo ? [demonstrationMailPage] : []),
]

import { createContext } from 'preact'

export interface NavigationItem {
  readonly text: string
  readonly href: string
  /** True on this page and on every page below it. */
  readonly active?: boolean | undefined
  /** How many things wait there that the reader can clear, and what they are: “4 new referrals”. */
  readonly badge?: { readonly count: number; readonly text: string } | undefined
}

export interface SignedInUser {
  readonly name: string
  /** The active hat: what this person is, and where. */
  readonly role: string
  readonly organisation: string
  /** Whose things on this device are whose: no name, and the same on every page of theirs. */
  readonly deviceTag?: string | undefined
  /** Where to change hats; absent for a person with one. */
  readonly switchHref?: string | undefined
}

/** What happened just now, told once on the next page. */
export interface Flash {
  readonly type: 'success' | 'information'
  readonly text: string
}

/** What surrounds every page. The platform fills it for each request; components read it, pages never pass it on. */
export interface PageContext {
  readonly user?: SignedInUser | undefined
  /** The only inline script of a page carries it; the content security policy refuses every other. */
  readonly nonce: string
  readonly csrfToken: string
  /** A new key for each form shown, by which a double submit has one effect. */
  readonly formKey?: (() => string) | undefined
  readonly navigation: readonly NavigationItem[]
  readonly path: string
  readonly demo: boolean
  /** Links at the foot of every page, such as help and privacy. */
  readonly footer?: readonly { readonly text: string; readonly href: string }[] | undefined
  readonly flash?: Flash | undefined
  /** After so many minutes without use the reader is signed out; said on every page. */
  readonly idleMinutes?: number | undefined
  /** Help for this step, in the same place on every page: the article that belongs to it, and where to ask. */
  readonly help?:
    | {
        readonly article?: { readonly text: string; readonly href: string } | undefined
        readonly askHref: string
      }
    | undefined
}

export const PageContext = createContext<PageContext>({
  nonce: '',
  csrfToken: '',
  navigation: [],
  path: '/',
  demo: false,
})

/** Names of the hidden fields that every form posts. */
export const hiddenFields = { csrf: '_csrf', key: '_key', version: '_version' } as const

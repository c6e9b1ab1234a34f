import type { Route } from '#platform/http/page.tsx'
import { changesPage } from './changes.page.tsx'
import { homePage } from './home.page.tsx'

export const routes: readonly Route[] = [homePage, changesPage]

import type { Route } from '#platform/http/page.tsx'
import { accessibilityPage } from './accessibility.page.tsx'
import { helpPage } from './help.page.tsx'
import { privacyPage } from './privacy.page.tsx'

/** Pages about the service, for everybody. */
export const routes: readonly Route[] = [helpPage, accessibilityPage, privacyPage]

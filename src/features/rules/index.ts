import type { Route } from '#platform/http/page.tsx'
import { rulePage } from './rule.page.tsx'
import { rulesPage } from './rules.page.tsx'

export const routes: readonly Route[] = [rulesPage, rulePage]

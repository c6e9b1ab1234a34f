import type { Route } from '#platform/http/page.tsx'
import { arrangeWorkPage } from './arrange.page.tsx'
import { treatAsProvisionPage } from './provision.page.tsx'
import { editWorkPage, startWorkPage, workPage } from './work.pages.tsx'

/** Every page about work experience. Plain words stand before parameters, which would swallow them. */
export const workRoutes: readonly Route[] = [
  arrangeWorkPage,
  editWorkPage,
  startWorkPage,
  treatAsProvisionPage,
  workPage,
]

import type { Route } from './page.tsx'
import { patternOf } from './path-parameters.ts'

/**
 * Tells whether a text is the address of a page of ours that can be shown: the only places to which `next=` may lead.
 * Anything that a browser could read as another site is none.
 */
export function placesOf(routes: readonly Route[]): (path: string) => boolean {
  const patterns = routes
    .filter(route => route.method !== 'POST' && route.permission !== 'anyone')
    .map(
      route =>
        new RegExp(
          `^${route.path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:(\w+)/g, (_, name: string) => patternOf(name))}$`,
        ),
    )
  return path => {
    if (!/^\/(?![/\\])[!-~]*$/.test(path) || path.includes('\\') || path.length > 500) return false
    const { origin, pathname } = new URL(path, 'http://ours.invalid')
    return origin === 'http://ours.invalid' && patterns.some(pattern => pattern.test(pathname))
  }
}

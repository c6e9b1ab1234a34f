import { parse } from 'parse5'
import type { Route } from '#platform/http/page.tsx'
import { type Answers, filledIn } from '#testing/filled-in.ts'
import { attribute, elements } from '#testing/html.ts'
import type { Viewer } from './viewers.ts'

/** A form that somebody was shown: where it goes and what a browser would send. */
export interface Shown {
  readonly viewer: Viewer
  readonly action: string
  readonly answers: Answers
}

/** Keeps a few forms of each route that can be posted to, as they were shown. */
export function harvestOf(routes: readonly Route[]) {
  const patterns = routes
    .filter(({ method }) => method !== 'GET')
    .map(({ path }) => ({ path, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`) }))
    .sort((a, b) => a.path.split(':').length - b.path.split(':').length)
  const forms = new Map<string, Shown[]>()
  const routeOf = (action: string) =>
    patterns.find(({ pattern }) => pattern.test(action.replace(/\?.*/, '')))?.path
  return {
    forms,
    take(viewer: Viewer, path: string, text: string) {
      if (!text.includes('method="post"')) return
      const wanted = [...text.matchAll(/<form [^>]*method="post"[^>]*>/g)].some(([tag]) => {
        const route = routeOf(/action="([^"]+)"/.exec(tag)?.[1] ?? path)
        return route && (forms.get(route)?.length ?? 0) < 3
      })
      if (!wanted) return
      for (const { action, answers } of formsIn(text, path)) {
        const route = routeOf(action)
        const kept = route ? (forms.get(route) ?? []) : []
        if (route && kept.length < 3) forms.set(route, [...kept, { viewer, action, answers }])
      }
    },
  }
}
export type Harvest = ReturnType<typeof harvestOf>

/** The forms of a page, filled in as somebody would who answers every question with the first thing that fits. */
export function formsIn(text: string, path: string): { action: string; answers: Answers }[] {
  const page = parse(text.slice(text.indexOf('<!DOCTYPE')))
  return [...elements(page)]
    .filter(each => each.tagName === 'form' && attribute(each, 'method') === 'post')
    .map(form => {
      const answers = filledIn(form, new Map())
      for (const field of elements(form)) {
        const name = attribute(field, 'name')
        if (!name || name.startsWith('_')) continue
        const given = answers.get(name)
        const type = attribute(field, 'type')
        if (type === 'radio' || type === 'checkbox') {
          if (!given) answers.set(name, [attribute(field, 'value') ?? 'on'])
        } else if (field.tagName === 'select') {
          const options = [...elements(field)].filter(each => each.tagName === 'option')
          const value = options.map(each => attribute(each, 'value')).find(Boolean)
          if (!given?.[0] && value) answers.set(name, [value])
        } else if (!given?.[0]) answers.set(name, [plausible(name)])
      }
      return { action: attribute(form, 'action') ?? path, answers }
    })
}

const plausible = (name: string) =>
  /-day$/.test(name)
    ? '17'
    : /-month$/.test(name)
      ? '11'
      : /-year$/.test(name)
        ? '2026'
        : /mail/i.test(name)
          ? 'somebody.new@example.org'
          : /time|starts|ends/i.test(name)
            ? '10:00'
            : /postcode/i.test(name)
              ? 'ZZ1 1ZZ'
              : /share|number|minutes|weeks|days|sessions|amount/i.test(name)
                ? '3'
                : 'Words that somebody typed'

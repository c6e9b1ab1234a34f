import { expect, test } from 'vitest'
import type { Route } from './page.tsx'
import { placesOf } from './places.ts'

const route = (path: string, method: Route['method'] = 'GET', permission = 'work.read') =>
  ({ path, method, permission, discloses: 'nothing personal', mount: () => undefined }) as Route
const isPlace = placesOf([
  route('/'),
  route('/children/:child', 'GET and POST'),
  route('/children/:child/hide', 'POST'),
  route('/sign-in', 'GET and POST', 'anyone'),
])
const child = '01a1ffd4-3921-7751-abf5-54d6b6fc4c1b'

test.each([
  '/',
  `/children/${child}`,
  `/children/${child}?tab=roll`,
  '/?page=2',
  `/children/${child}#x`,
])('“%s” is a place to go on to', path => {
  expect(isPlace(path)).toBe(true)
})

test.each([
  '',
  ' ',
  'children',
  'https://evil.example',
  'http://evil.example/',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\\/evil.example',
  '\\/evil.example',
  'https:evil.example',
  'https:/evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/%0d%0aset-cookie:a=b',
  '/\r\nset-cookie: a=b',
  '/\tevil',
  '/ //evil.example',
  '\t//evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/@evil.example',
  '@evil.example',
  '/%2f%2fevil.example',
  '/%5cevil.example',
  '/children/../..//evil.example',
  `/children/${child}/../../..//evil.example`,
  `/children/${child}\\@evil.example`,
  '/children/1',
  `/children/${child}/hide`,
  '/sign-in',
  '/sign-in?next=/sign-in',
  '/nowhere',
  '/\u202e/evil',
  '/é',
  '〱//evil.example',
  `/${'a'.repeat(600)}`,
  '/children/:child',
  'evil.example',
  '?next=//evil.example',
])('“%s” is none', path => {
  expect(isPlace(path)).toBe(false)
})

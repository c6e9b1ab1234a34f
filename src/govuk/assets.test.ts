import { expect, test } from 'vitest'
import { asset, assetUrl, assetVersion } from './assets.ts'

test('An asset may be kept for ever under its version, and must be asked for again without', () => {
  expect(asset(assetUrl('onroll.css'))).toMatchObject({
    type: 'text/css; charset=utf-8',
    cacheable: true,
  })
  expect(asset('/assets/onroll.css')?.cacheable).toBe(false)
  expect(asset('/assets/0123456789abcdef/onroll.js')?.cacheable).toBe(false)
  expect(assetVersion).toMatch(/^[0-9a-f]{16}$/)
})

test('Nothing else is served, however it is asked for', () => {
  const paths = [
    '/assets/',
    '/assets/../package.json',
    '/assets/onroll/page.css',
    '/assets/fonts/light-94a07e06a1-v2.woff2',
    '/assets/images/govuk-crest.svg',
    '/assets/toString',
  ]

  expect(paths.filter(path => asset(path))).toEqual([])
})

test('Our stylesheet holds all its parts', () => {
  const css = new TextDecoder().decode(asset('/assets/onroll.css')?.body)

  for (const part of ['.onroll-logo', '.onroll-identity', '.onroll-calendar', '@media print'])
    expect(css).toContain(part)
})

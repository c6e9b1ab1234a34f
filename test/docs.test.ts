import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawnLifecycles } from './drawn-lifecycles.ts'

test.each(Object.entries(drawnLifecycles()))(
  'docs/lifecycles/%s is drawn from the code as it is',
  (file, text) => {
    expect(readFileSync(new URL(`../docs/lifecycles/${file}`, import.meta.url), 'utf8')).toBe(text)
  },
)

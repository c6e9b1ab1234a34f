import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { drawnLifecycles } from './drawn-lifecycles.ts'
import { shots } from './screenshots/shots.ts'

test.each(Object.entries(drawnLifecycles()))(
  'docs/lifecycles/%s is drawn from the code as it is',
  (file, text) => {
    expect(readFileSync(new URL(`../docs/lifecycles/${file}`, import.meta.url), 'utf8')).toBe(text)
  },
)

const documents = [...globSync('*.md'), ...globSync('docs/**/*.md')]

test.each(documents)('What %s links to and shows is there', document => {
  const text = readFileSync(document, 'utf8')
  const linked = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].flatMap(
    ([, link, picture]) => link ?? picture ?? [],
  )
  const missing = linked
    .filter(link => !/^(https?:|mailto:|#)/.test(link))
    .filter(link => !existsSync(join(dirname(document), link.replace(/#.*/, ''))))
  expect(missing).toEqual([])
})

test('docs/screens.md shows every picture that is taken, at both widths', () => {
  const text = readFileSync('docs/screens.md', 'utf8')
  const shown = [...text.matchAll(/src="screenshots\/([^"]+)"/g)].map(([, name]) => name)
  const taken = shots.flatMap(({ name }) => [`${name}-1280.png`, `${name}-375.png`])
  expect(shown.sort()).toEqual(taken.sort())
})

import { mkdirSync, writeFileSync } from 'node:fs'
import { drawnLifecycles } from './drawn-lifecycles.ts'

/** `npm run docs`: draws the lifecycles from the code. A test compares, so that the drawing is never out of date. */
const folder = new URL('../docs/lifecycles/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [file, text] of Object.entries(drawnLifecycles()))
  writeFileSync(new URL(file, folder), text)

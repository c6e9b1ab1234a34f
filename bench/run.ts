import { existsSync } from 'node:fs'

/** `npm run bench NAME` runs `bench/NAME.ts`. */
const name = process.argv[2] ?? ''
const file = new URL(`./${name}.ts`, import.meta.url)
if (!/^[a-z-]+$/.test(name) || name === 'run' || !existsSync(file)) {
  console.error('Usage: npm run bench NAME, for example: npm run bench rules')
  process.exitCode = 2
} else await import(file.href)

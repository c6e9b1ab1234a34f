import { askTypesAndLint } from './checks.ts'

/** `npm run check`: what `npm test` asks beside its tests, for before a commit. */
const told = await askTypesAndLint()
for (const { what, passed, seconds, said } of told)
  console.log(`${passed ? 'passed' : 'FAILED'}: ${what} (${seconds} s)${passed ? '' : `\n${said}`}`)
process.exitCode = told.every(({ passed }) => passed) ? 0 : 1

import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { checkFacts, type FactsError } from './check-facts.ts'
import { describeRules } from './describe.ts'
import { evaluate } from './engine.ts'
import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'

type Print = (line: string) => void

/** What `rules evaluate` prints of one file: its findings, or where it breaks the schema. */
export type Evaluation =
  | { readonly file: string; readonly findings: readonly Finding[] }
  | { readonly file: string; readonly error: FactsError }

const usage = `Usage:
  rules evaluate FILE_OR_FOLDER...   one line of JSON for each facts document
  rules list [--json]                every rule with its sources and parameters`

/** `onroll rules …`. Resolves to the exit code: 0, or 2 when a document could not be evaluated. */
export async function rulesCommand(
  args: readonly string[],
  out: Print = line => console.log(line),
  problem: Print = line => console.error(line),
): Promise<number> {
  const [action, ...rest] = args
  if (action === 'evaluate' && rest.length) return evaluateAll(rest, out)
  if (action === 'list') return list(rest.includes('--json'), out)
  problem(usage)
  return 2
}

async function evaluateAll(paths: readonly string[], out: Print): Promise<number> {
  let code = 0
  for (const path of paths)
    for await (const file of documentsIn(path)) {
      const evaluation = await evaluateFile(file)
      if ('error' in evaluation) code = 2
      out(JSON.stringify(evaluation))
    }
  return code
}

/** A folder stands for the JSON files in it and below it, in the order of their names. */
async function* documentsIn(path: string): AsyncGenerator<string> {
  const found = await stat(meant(path)).catch(() => undefined)
  if (!found?.isDirectory()) {
    yield path
    return
  }
  const entries = await readdir(meant(path), { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries)
    if (entry.isDirectory()) yield* documentsIn(join(path, entry.name))
    else if (entry.name.endsWith('.json')) yield join(path, entry.name)
}

/** npm runs us in the project’s folder, wherever it was called from. */
const meant = (path: string): string => resolve(process.env['INIT_CWD'] ?? '', path)

async function evaluateFile(file: string): Promise<Evaluation> {
  let text: string
  try {
    text = await readFile(meant(file), 'utf8')
  } catch {
    return { file, error: { path: '', message: 'This file cannot be read' } }
  }
  return { file, ...evaluateText(text) }
}

/** The findings of a facts document as it was sent, or the first thing wrong with it. */
export function evaluateText(
  text: string,
): { readonly findings: readonly Finding[] } | { readonly error: FactsError } {
  let document: unknown
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const where = error instanceof Error ? `: ${error.message}` : ''
    return { error: { path: '', message: `This is not JSON${where}` } }
  }
  const error = checkFacts(document)
  // What has passed the schema is a facts document.
  return error ? { error } : { findings: evaluate(document as Facts) }
}

function list(asJson: boolean, out: Print): number {
  const rules = describeRules()
  if (asJson) out(JSON.stringify(rules))
  else
    for (const { id, standing, title } of rules)
      out(`${id.padEnd(8)}${standing.padEnd(22)}${title}`)
  return 0
}

import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Table } from '#domain/table.ts'
import { type Assembly, assembleTable } from './assemble-table.ts'
import type { Sheet } from './parse-workbook.ts'
import { damagedWorkbook, tooLargeWorkbook, UnreadableFile } from './unreadable-file.ts'

const longestWait = 60_000
const memory = 1_500

/** The first visible sheet with anything in it, and the names of the others that are not empty. */
export async function readWorkbook(
  bytes: Uint8Array,
  assembly: Omit<Assembly, 'sheet' | 'shortRowsAreBroken'>,
): Promise<{ table: Table; otherSheets: string[] }> {
  const filled = (await sheetsInThread(bytes)).filter(sheet => sheet.rows.length > 0)
  const visible = filled.filter(sheet => !sheet.hidden)
  const [first, ...others] = visible
  if (!first)
    throw new UnreadableFile(
      filled.length > 0 ? 'Every sheet with anything in it is hidden' : 'The workbook is empty',
    )
  const table = assembleTable({ ...assembly, sheet: first.name, shortRowsAreBroken: false })
  for (const { number, cells } of first.rows) table.add(number, cells)
  return { table: table.finish(), otherSheets: others.map(sheet => sheet.name) }
}

// In a thread of its own, with an end to its time and memory: a file made to exhaust us exhausts only that.
function sheetsInThread(bytes: Uint8Array): Promise<Sheet[]> {
  const worker = new Worker(new URL('./workbook.worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: memory },
    execArgv: ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href],
    env: {},
  })
  return new Promise<Sheet[]>((resolve, reject) => {
    const late = setTimeout(() => reject(tooLargeWorkbook()), longestWait)
    worker
      .on('message', ({ sheets, problem }: { sheets: Sheet[]; problem?: string }) =>
        problem === undefined ? resolve(sheets) : reject(new UnreadableFile(problem)),
      )
      .on('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLargeWorkbook() : error),
      )
      .on('exit', () => {
        clearTimeout(late)
        reject(damagedWorkbook())
      })
  }).finally(() => worker.terminate())
}

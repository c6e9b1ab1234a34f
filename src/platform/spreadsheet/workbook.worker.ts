import { parentPort, workerData } from 'node:worker_threads'
import { parseWorkbook } from './parse-workbook.ts'
import { UnreadableFile } from './unreadable-file.ts'

try {
  parentPort?.postMessage({ sheets: parseWorkbook(Buffer.from(workerData)) })
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error
  parentPort?.postMessage({ problem: error.message })
}

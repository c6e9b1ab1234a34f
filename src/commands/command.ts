import { resolve } from 'node:path'
import { type Configuration, configuration } from '#platform/configuration.ts'

/** Does what was asked, tells it on standard output, and answers the exit code. */
export type Command = (args: readonly string[]) => Promise<number>

export const usage = `Usage: npm run -s onroll -- COMMAND

  doctor                        look over the installation; 0 when all is well, 1 when not
  migrate                       bring the database to this version
  audit verify                  check the chain of the audit log
  files verify                  read every uploaded file, and compare it with its row
  backup FOLDER                 back the whole database up into a new folder
  restore FOLDER                restore a backup into an empty database
  demo load [--size N]          load the demonstration county into an empty database
  rules evaluate FILE…          evaluate facts documents, one line of JSON each
  rules list --json             every rule with its sources and parameters

The same environment as for npm start: ONROLL_DATA, DATABASE_URL, ONROLL_SECRET_FILE.`

/** Says how the command is meant, and answers the exit code for that. */
export function misunderstood(how: string): number {
  console.error(`Usage: npm run -s onroll -- ${how}`)
  return 2
}

/** Commands speak in their own lines: the log of the application would only stand between them. */
export const quietConfiguration = (): Configuration =>
  configuration({ ...process.env, ONROLL_LOG: 'quiet' })

/** A path as the operator meant it: npm runs us in the project's folder, wherever it was called. */
export const pathGiven = (text: string): string => resolve(process.env['INIT_CWD'] ?? '', text)

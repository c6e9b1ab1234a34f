import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

/** One line of JSON for each event, on standard error. Callers pass ids, route names and counts, and never names, reasons or bodies. */
export const makeLog = (
  level: 'silent' | 'info' | 'debug' = 'info',
  to: DestinationStream = pino.destination(2),
): Log => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to)

/** What of an error may be logged: its kind, SQLSTATE and stack, but no PostgreSQL detail, which quotes rows. */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { code, constraint, table } = error as {
    code?: string
    constraint?: string
    table?: string
  }
  return { kind: error.name, code, constraint, table, stack: stackWithoutMessage(error) }
}

const stackWithoutMessage = (error: Error) =>
  (error.stack ?? '')
    .split('\n')
    .filter(line => line.trimStart().startsWith('at '))
    .slice(0, 12)

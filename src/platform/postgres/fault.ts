/** What stops the database from running, in one line that an operator can act on. */
export class PostgresFault extends Error {
  override name = 'PostgresFault'
}

/** Another process holds the data folder; some commands then join it instead of failing. */
export class FolderInUse extends PostgresFault {
  override name = 'FolderInUse'
}

/** Where the supervisor tells what it does. A pino logger fits. */
export interface Log {
  info(message: string): void
  warn(message: string): void
}

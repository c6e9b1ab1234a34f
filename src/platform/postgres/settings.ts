import { createHash } from 'node:crypto'
import type { Place } from './place.ts'

/**
 * The server's settings. They go on its command line, which outranks its files and ALTER SYSTEM:
 * nobody can turn durability off by editing the data folder.
 */
export function settings(place: Place): string[] {
  const all = {
    listen_addresses: '',
    unix_socket_directories: place.socketFolderSeenByPostgres,
    unix_socket_permissions: '0700',
    port: String(port),

    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',

    shared_buffers: '128MB',
    max_connections: '60',
    jit: 'off',
    timezone: 'UTC',
    // Not for the server but for us: its command line tells which folder a process serves.
    'onroll.data': place.data,

    // The log must not hold a child's data: no statements, no parameters, no details, and no
    // errors either, since their messages quote values. The application logs the error's code.
    log_min_messages: 'log',
    log_statement: 'none',
    log_min_duration_statement: '-1',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_lock_waits: 'off',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    log_timezone: 'UTC',
    log_destination: 'stderr',
    logging_collector: 'off',
  }
  const text = Object.entries(all).map(([name, value]) => `${name}=${value}`)
  const mark = createHash('sha256').update(text.join('\n')).digest('hex').slice(0, 16)
  return [...text, `onroll.settings=${mark}`].flatMap(setting => ['-c', setting])
}

/** The mark of these settings: an orphaned server that runs under others is not adopted as it is. */
export function settingsMark(place: Place): string {
  return (settings(place).at(-1) ?? '').slice('onroll.settings='.length)
}

export const port = 5432
export const superuser = 'postgres'

/**
 * Local connections need no password: whoever reaches the socket has passed a folder that only the
 * server's own user (and root) may enter, and they could read the data files themselves. There is
 * no network port. The roles that the application connects as are what divides rights within it.
 */
export const initdbOptions = [
  ['--username', superuser],
  ['--auth-local', 'trust'],
  ['--auth-host', 'reject'],
  ['--encoding', 'UTF8'],
  ['--locale', process.platform === 'darwin' ? 'en_GB.UTF-8' : 'C.UTF-8'],
  ['--data-checksums'],
].flat()

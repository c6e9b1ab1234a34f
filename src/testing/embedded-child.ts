import { startEmbedded } from '#platform/postgres/start.ts'

// A stand-in for the application's process, so that tests can kill it: it holds the embedded server
// of the folder it is given, tells each thing that happens as one line of JSON, and obeys SIGTERM.
const say = (event: string, more: object = {}) => console.log(JSON.stringify({ event, ...more }))
const folder = process.argv[2] ?? ''
const log = {
  info: (message: string) => say('info', { message }),
  warn: (message: string) => say('warn', { message }),
}

try {
  const embedded = await startEmbedded({ folder, log })
  embedded.onDown(() => say('down'))
  embedded.onUp(() => say('up'))
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void embedded.stop().then(() => process.exit(0)))
  say('ready', { connection: embedded.connection(embedded.superuser, 'postgres') })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

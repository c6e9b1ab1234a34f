import { type Command, usage } from './commands/command.ts'

// Loaded one by one, so that `rules` needs no database and `doctor` no rules.
const commands: Record<string, () => Promise<Command>> = {
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  migrate: async () => (await import('./commands/migrate.ts')).migrateDatabase,
  audit: async () => (await import('./commands/audit.ts')).audit,
  files: async () => (await import('./commands/files.ts')).files,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  demo: async () => (await import('./commands/demo.ts')).demo,
  rules: async () => (await import('#rules/command.ts')).rulesCommand,
}

/** `npm run -s onroll -- …`: what an operator does from the command line. Ends with 0, 1 (did not work) or 2 (not understood). */
async function main([name = '', ...args]: string[]): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    const isQuestion = ['', 'help', '--help', '-h'].includes(name)
    console.error(isQuestion ? usage : `There is no command “${name}”.\n\n${usage}`)
    return 2
  }
  const command = await load()
  try {
    return await command(args)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 1
  }
}

// A reader that has seen enough (`| head`) is no fault of ours.
process.stdout.on('error', () => process.exit())
process.exitCode = await main(process.argv.slice(2))

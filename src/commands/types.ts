import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { configuration } from '#platform/configuration.ts'
import { generateTypes } from '#platform/database/generate-types.ts'
import { openGround } from '#platform/open-site.ts'

/** `npm run types`: writes the TypeScript face of a freshly migrated database. */
const folder = mkdtempSync(join(tmpdir(), 'onroll-types-'))
const ground = await openGround(configuration({ ONROLL_DATA: folder, ONROLL_LOG: 'quiet' }))
const client = new Client(ground.server.admin)
await client.connect()
writeFileSync(
  new URL('../platform/database/schema.generated.ts', import.meta.url),
  await generateTypes(client),
)
await client.end()
await ground.stop()
rmSync(folder, { recursive: true, force: true })

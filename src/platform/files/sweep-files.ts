import { z } from 'zod'
import { job } from '../jobs.ts'
import { filePlaces } from './file-places.ts'

const day = 86_400_000

/** Removes what no row speaks of: an upload that was cut short, or whose transaction did not commit. */
export const sweepFiles = ({ dataFolder }: { readonly dataFolder: string }) =>
  job({
    name: 'sweep-files',
    payload: z.object({}),
    cron: '40 3 * * *',
    async work(_nothing, { db, log, now }) {
      const places = filePlaces(dataFolder)
      const old = (await places.list()).filter(
        ({ changedAt }) => now().getTime() - changedAt.getTime() > day,
      )
      if (old.length === 0) return
      const ids = old.map(({ id }) => id)
      const rows = await db.asWorker(tx =>
        tx.selectFrom('file').select('id').where('id', 'in', ids).execute(),
      )
      const known = new Set(rows.map(({ id }) => id))
      const orphans = old.filter(({ id, place }) => place === 'incoming' || !known.has(id))
      for (const { id, place } of orphans)
        await (place === 'incoming' ? places.discard(id) : places.remove(id))
      if (orphans.length > 0) log.info({ files: orphans.length }, 'orphaned files removed')
    },
  })

import { z } from 'zod'
import { keepCheckpoint } from '#platform/audit-checkpoints.ts'
import type { Configuration } from '#platform/configuration.ts'
import { job } from '#platform/jobs.ts'

/** Every quarter of an hour the head of the audit chain is noted beside the database. */
export const keepAuditCheckpoint = ({ dataFolder }: Pick<Configuration, 'dataFolder'>) =>
  job({
    name: 'keep-audit-checkpoint',
    payload: z.object({}),
    cron: '*/15 * * * *',
    work: (_, { db, secret, now }) => keepCheckpoint(db.worker, dataFolder, secret, now()),
  })

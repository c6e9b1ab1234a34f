import { z } from 'zod'
import { job } from '#platform/jobs.ts'
import { askAboutProvision } from './ask-again.ts'
import { provisionInUse } from './touched.query.ts'

/** Every night, because weeks change, plans lapse and documents expire by time alone. */
export const reevaluateProvisionJob = job({
  name: 're-evaluate-provision',
  payload: z.object({}),
  cron: '45 2 * * *',
  work: async (_nothing, tools) =>
    askAboutProvision(tools, await tools.db.asWorker(tx => provisionInUse(tx))),
})

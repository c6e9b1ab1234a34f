import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import { job } from '#platform/jobs.ts'
import { commissioning, tell } from '../tell.ts'

export const tellOfViewName = 'tell-of-pupil-view'

/** At two or less of five the child does not feel safe: the safeguarding lead of the school reads it today. */
export const feelsUnsafe = ({ safe }: { readonly safe: number | null }) =>
  safe !== null && safe <= 2

/** Tells who commissions a placement that the child has spoken, and the safeguarding lead when it cannot wait. */
export const tellOfView = job({
  name: tellOfViewName,
  payload: z.object({ view: z.uuid() }),
  work: ({ view: id }, { db, now }) =>
    db.asWorker(async tx => {
      const view = await tx
        .selectFrom('pupil_view as view')
        .innerJoin('placement', 'placement.id', 'view.placement_id')
        .select([
          'view.safe',
          'view.how',
          'placement.id',
          'placement.reference',
          'placement.child_id',
          'placement.run_by_id',
        ])
        .where('view.id', '=', id)
        .executeTakeFirst()
      if (!view) return
      const today = londonDay(now())
      const name = writeReference('placement', view.reference)
      const path = `/placements/${view.id}/pupil-view`
      if (view.how === 'link')
        await tell({ tx, today }, view.run_by_id, commissioning, {
          kind: 'child’s view',
          subject: `Placement ${name}: the child’s own view is there to read`,
          path,
        })
      if (!feelsUnsafe(view)) return
      const roll = await tx
        .selectFrom('enrolment')
        .select('school_id')
        .where('child_id', '=', view.child_id)
        .where('from_on', '<=', today)
        .where(at => at.or([at('to_on', 'is', null), at('to_on', '>=', today)]))
        .orderBy(at => at('kind', '=', 'subsidiary'))
        .executeTakeFirst()
      for (const organisation of new Set([roll?.school_id ?? view.run_by_id, view.run_by_id]))
        await tell({ tx, today }, organisation, ['school-dsl', 'coordinator'], {
          kind: 'child’s view to read today',
          subject: `Placement ${name}: read the child’s own view today`,
          path,
        })
    }),
})

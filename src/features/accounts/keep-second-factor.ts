import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '#domain/refusal.ts'
import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import { action } from '#platform/http/page.tsx'

/** The answer of whoever has it still to a removal that somebody else asked for. */
export const keepSecondFactor = action({
  path: '/account/second-factor/keep',
  permission: 'account.own',
  load: async () => undefined,
  schema: z.object({}),
  async submit(visit) {
    requireRecentFactor(visit)
    const { rows } = await sql<{ kept: boolean }>`
      select keep_my_second_factor(${visit.now}) as kept`.execute(visit.tx)
    if (!rows[0]?.kept) throw new Refusal('Nobody is asking to remove your second factor any more')
    visit.audit({
      event: 'second-factor.kept',
      subjectKind: 'user',
      subjectId: visit.me.userId,
    })
    visit.flash('Your second factor stays')
    return '/account/second-factor'
  },
})

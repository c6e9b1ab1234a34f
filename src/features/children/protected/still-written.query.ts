import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'

/** A place where a protected postcode stands in clear, as far as the safeguarding lead may read there. */
export interface StillWritten {
  readonly what: string
  readonly href: string
}

const ofChild = [
  ['contact', 'A contact', 'contacts'],
  ['agency_involvement', 'An agency', 'agencies'],
  ['special_needs', 'A SEN status', 'special-needs'],
  ['care_status', 'A care status', 'care'],
  ['enrolment', 'A roll entry', 'roll'],
  ['correction', 'Earlier wording that was corrected', ''],
  ['child_address', 'An ordinary address', 'home'],
] as const
const ofReferral = [
  ['referral', 'A referral'],
  ['referral_version', 'A referral as it was sent'],
  ['response_step', 'A step of a referral'],
  ['risk', 'A risk of a referral'],
  ['case_note', 'A note on a case'],
  ['case_message', 'A message about a case'],
  ['information_request', 'A question about a case'],
  ['case_event', 'The history of a case'],
] as const

/**
 * Where else the postcode is written: this child’s records, and those of others in the same house. Everybody but a holder
 * reads “(withheld)” there already; this is the list of what can still be put right (security PR-02).
 */
export async function stillWritten(tx: Tx, postcode: string | null): Promise<StillWritten[]> {
  if (!postcode) return []
  const pattern = `\\m${[...postcode.replace(' ', '')].join('[ .,-]{0,2}')}\\M`
  const found: StillWritten[] = []
  for (const [table, what, section] of ofChild) {
    const { rows } = await sql<{
      child: string
    }>`select distinct t.child_id as child from ${sql.table(table)} t
      where to_jsonb(t)::text ~* ${pattern} limit 20`.execute(tx)
    found.push(
      ...rows.map(({ child }) => ({ what, href: `/children/${child}${section && `/${section}`}` })),
    )
  }
  for (const [table, what] of ofReferral) {
    const id = sql.ref(table === 'referral' ? 'id' : 'referral_id')
    const { rows } = await sql<{
      referral: string
    }>`select distinct t.${id} as referral from ${sql.table(table)} t
      where to_jsonb(t)::text ~* ${pattern} limit 20`.execute(tx)
    found.push(...rows.map(({ referral }) => ({ what, href: `/cases/${referral}` })))
  }
  return found
}

import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'

export interface Controller {
  readonly name: string | undefined
  /** Where to write about data protection. */
  readonly mailbox: string | undefined
}

/** The authority that answers for the data here, and its data protection team’s mailbox. */
export async function controller(tx: Tx): Promise<Controller> {
  const { rows } = await sql<{ name: string | null; mailbox: string | null }>`
    select (select value ->> 'name' from setting where key = 'authority') as name,
           (select mailbox from organisation where closed_on is null and mailbox is not null
              and (team = 'data-protection' or kind = 'authority') order by team nulls last limit 1) as mailbox`.execute(
    tx,
  )
  return { name: rows[0]?.name ?? undefined, mailbox: rows[0]?.mailbox ?? undefined }
}

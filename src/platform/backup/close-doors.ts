import type { Client } from 'pg'

/**
 * A restore brings back whatever was open on the day of the backup, perhaps ended since: everyone
 * signs in anew, no link works, and no message goes out a second time (a steward may send it).
 */
export async function closeDoors(client: Client) {
  const counts: Record<string, number> = {}
  for (const [what, statement] of Object.entries(doors))
    counts[what] = (await client.query(statement)).rowCount ?? 0
  return counts
}

const doors = {
  sessions: `update onroll.session set ended_at = now(), ended_because = 'restored from a backup' where ended_at is null`,
  'one-time links': `update onroll.one_time_link set revoked_at = now() where used_at is null and revoked_at is null`,
  challenges: `update onroll.challenge set used_at = now() where used_at is null`,
  'calendar feeds': `update onroll.calendar_feed set revoked_at = now() where revoked_at is null`,
  'messages held back': `update onroll.message set state = 'held' where state = 'queued'`,
}

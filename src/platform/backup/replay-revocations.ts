import type { Client } from 'pg'
import type { Revocation } from '../revocations.ts'

/**
 * Does again, in the restoring transaction, what was revoked after the backup. Whose password or factor has changed
 * since has none now, and chooses a new one by “I have forgotten my password”: the old one may be in wrong hands.
 */
export async function replayRevocations(client: Client, revocations: readonly Revocation[]) {
  const counts = {
    'changed or ended roles': 0,
    'closed accounts': 0,
    'passwords and factors': 0,
    'addresses of children protected since': 0,
  }
  for (const { kind, subject, detail } of revocations) {
    if (kind === 'membership') {
      counts['changed or ended roles'] += await rows(
        client,
        `update onroll.membership set role = $2, administrator = $3, valid_from = $4, valid_to = $5 where id = $1`,
        [
          subject,
          detail['role'],
          detail['administrator'],
          detail['valid_from'],
          detail['valid_to'],
        ],
      )
    } else if (kind === 'account') {
      counts['closed accounts'] += await rows(
        client,
        'update onroll.user_account set ended_at = $2 where id = $1',
        [subject, detail['ended_at']],
      )
    } else if (kind === 'credentials') {
      for (const table of ['passkey', 'recovery_code'])
        await client.query(`delete from onroll.${table} where user_id = $1`, [subject])
      counts['passwords and factors'] += await rows(
        client,
        'update onroll.user_account set password_hash = null, totp_secret = null, totp_last_step = null where id = $1',
        [subject],
      )
    } else {
      await client.query(
        `delete from onroll.correction where child_id = $1 and record = 'child_address'`,
        [subject],
      )
      counts['addresses of children protected since'] += await rows(
        client,
        `delete from onroll.child_address where child_id = $1`,
        [subject],
      )
    }
  }
  return counts
}

const rows = async (client: Client, statement: string, values: unknown[]) =>
  (await client.query(statement, values)).rowCount ?? 0
